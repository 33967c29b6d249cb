
select *
from "shop"."main_quintile"."customer_value"
where not coalesce(purchase_probability between 0 and 1, false)
