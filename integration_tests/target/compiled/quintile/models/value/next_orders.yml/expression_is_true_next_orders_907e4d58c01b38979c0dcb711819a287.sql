
select *
from "shop"."main_quintile"."next_orders"
where not coalesce(coalesce(due_on >= cut_off and due_on > last_ordered_on, true), false)
