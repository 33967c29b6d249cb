
select *
from "shop"."main_quintile"."value_features"
where not coalesce(frequency >= 1 and recency_days >= 1 and tenure_days >= recency_days, false)
