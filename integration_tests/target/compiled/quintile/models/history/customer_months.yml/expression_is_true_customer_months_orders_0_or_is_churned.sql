
select *
from "shop"."main_quintile"."customer_months"
where not coalesce(orders > 0 or is_churned, false)
