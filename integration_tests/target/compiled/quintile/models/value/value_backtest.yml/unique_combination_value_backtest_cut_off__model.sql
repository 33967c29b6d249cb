
select
    cut_off, model,
    count(*) as rows_found
from "shop"."main_quintile"."value_backtest"
group by cut_off, model
having count(*) > 1
