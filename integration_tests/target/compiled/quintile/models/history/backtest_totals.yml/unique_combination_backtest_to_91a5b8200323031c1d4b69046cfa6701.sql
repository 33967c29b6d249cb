
select
    month_end, fitted_at, segmentation, segment,
    count(*) as rows_found
from "shop"."main_quintile"."backtest_totals"
group by month_end, fitted_at, segmentation, segment
having count(*) > 1
