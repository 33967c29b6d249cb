
select *
from "shop"."main_quintile"."customer_habits"
where not coalesce(median_interval_days >= 0 and intervals >= 1, false)
