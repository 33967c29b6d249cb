
select *
from "shop"."main_quintile"."customer_rfm"
where not coalesce(frequency >= 1, false)
