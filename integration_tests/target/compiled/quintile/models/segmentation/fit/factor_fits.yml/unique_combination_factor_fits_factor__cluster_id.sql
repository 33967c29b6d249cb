
select
    factor, cluster_id,
    count(*) as rows_found
from "shop"."main_quintile"."factor_fits"
group by factor, cluster_id
having count(*) > 1
