
select
    fitted_at, month_end, cluster_label,
    count(*) as rows_found
from "shop"."main_quintile"."cluster_outcomes"
group by fitted_at, month_end, cluster_label
having count(*) > 1
