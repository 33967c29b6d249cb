
select *
from "shop"."main_quintile"."order_discounts"
where not coalesce(net_amount <= 0, false)
