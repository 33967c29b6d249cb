
select *
from "shop"."main_quintile"."value_backtest"
where not coalesce(mae <= rmse * 1.000000001, false)
