
select *
from "shop"."main_quintile"."segment_backtest"
where not coalesce(fitted_at is null or fitted_at <= month_end, false)
