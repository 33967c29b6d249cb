select
    invoice_id,
    min(invoiced_at) as ordered_at
from "shop"."main"."order_lines"
where cast(left(invoiced_at, 4) as integer) >= 2024
group by invoice_id