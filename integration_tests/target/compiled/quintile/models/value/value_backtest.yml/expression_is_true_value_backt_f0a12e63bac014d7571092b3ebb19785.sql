
select *
from "shop"."main_quintile"."value_backtest"
where not coalesce(brier_score between 0 and 1 and coalesce(auc between 0 and 1, true), false)
