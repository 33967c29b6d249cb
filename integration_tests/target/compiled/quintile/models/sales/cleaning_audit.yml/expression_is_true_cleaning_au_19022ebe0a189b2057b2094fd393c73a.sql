
select *
from "shop"."main_quintile"."cleaning_audit"
where not coalesce(customers_before - customers_removed = customers_after, false)
