
select
    invoice_id, customer_id, ordered_at, changed_at,
    count(*) as rows_found
from "shop"."main_quintile"."order_events"
group by invoice_id, customer_id, ordered_at, changed_at
having count(*) > 1
