
select
    metric, score,
    count(*) as rows_found
from "shop"."main_quintile"."rfm_thresholds"
group by metric, score
having count(*) > 1
