
select *
from "shop"."main_quintile"."cleaning_audit"
where not coalesce(invoices_before - invoices_removed = invoices_after, false)
