
select *
from "shop"."main_quintile"."value_backtest"
where not coalesce(coalesce(normalised_gini <= 1.000000001, true), false)
