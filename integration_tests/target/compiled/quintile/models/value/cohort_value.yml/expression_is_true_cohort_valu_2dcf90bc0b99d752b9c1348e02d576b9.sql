
select *
from "shop"."main_quintile"."cohort_value"
where not coalesce(active_share between 0 and 1 and (months_since > 0 or active_share = 1), false)
