
select *
from "shop"."main_quintile"."cleaning_audit"
where not coalesce(amount_before - amount_removed = amount_after, false)
