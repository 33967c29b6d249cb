
select *
from "shop"."main_quintile"."cleaning_audit"
where not coalesce(lines_before - lines_removed = lines_after, false)
