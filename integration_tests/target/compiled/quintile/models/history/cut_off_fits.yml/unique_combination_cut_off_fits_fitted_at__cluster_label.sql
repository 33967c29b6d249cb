
select
    fitted_at, cluster_label,
    count(*) as rows_found
from "shop"."main_quintile"."cut_off_fits"
group by fitted_at, cluster_label
having count(*) > 1
