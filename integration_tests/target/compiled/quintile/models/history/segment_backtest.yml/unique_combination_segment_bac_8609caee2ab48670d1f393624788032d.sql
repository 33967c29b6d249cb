
select
    month_end, segmentation, segment,
    count(*) as rows_found
from "shop"."main_quintile"."segment_backtest"
group by month_end, segmentation, segment
having count(*) > 1
