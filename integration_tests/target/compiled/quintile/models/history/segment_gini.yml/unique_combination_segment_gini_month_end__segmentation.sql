
select
    month_end, segmentation,
    count(*) as rows_found
from "shop"."main_quintile"."segment_gini"
group by month_end, segmentation
having count(*) > 1
