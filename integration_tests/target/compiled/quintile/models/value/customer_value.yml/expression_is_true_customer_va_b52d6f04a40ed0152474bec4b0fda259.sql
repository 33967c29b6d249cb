
select *
from "shop"."main_quintile"."customer_value"
where not coalesce(coalesce(expected_spend between spend_p10 and spend_p90, true), false)
