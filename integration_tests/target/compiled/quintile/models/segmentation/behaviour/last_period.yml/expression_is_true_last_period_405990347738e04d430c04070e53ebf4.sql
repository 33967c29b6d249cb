
select *
from "shop"."main_quintile"."last_period"
where not coalesce(period_start < period_end or basis = 'past spend', false)
