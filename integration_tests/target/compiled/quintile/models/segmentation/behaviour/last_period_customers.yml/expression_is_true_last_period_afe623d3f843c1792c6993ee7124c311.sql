
select *
from "shop"."main_quintile"."last_period_customers"
where not coalesce(recency_days >= 1 and frequency >= 1, false)
