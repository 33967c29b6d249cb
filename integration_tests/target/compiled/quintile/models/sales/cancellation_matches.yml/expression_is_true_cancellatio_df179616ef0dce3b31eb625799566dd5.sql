
select *
from "shop"."main_quintile"."cancellation_matches"
where not coalesce(purchased_at <= cancelled_at, false)
