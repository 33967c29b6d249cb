
select *
from "shop"."main_quintile"."customer_value"
where not coalesce(expected_orders >= 0 and expected_orders < cast('infinity' as double) and expected_spend >= 0, false)
