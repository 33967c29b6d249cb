
select *
from "shop"."main_quintile"."order_events"
where not coalesce(units >= 0 and amount >= 0 and (units > 0 or amount = 0) and order_change in (-1, 0, 1), false)
