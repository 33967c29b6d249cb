
select
    cluster_id, metric,
    count(*) as rows_found
from "shop"."main_quintile"."cluster_deviations"
group by cluster_id, metric
having count(*) > 1
