
select *
from "shop"."main_quintile"."customer_rfm"
where not coalesce(recency_days >= 1 and tenure_days >= recency_days, false)
