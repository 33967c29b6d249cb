select
    invoice_id,
    min(invoiced_at) as ordered_at
from {{ ref('order_lines') }}
where cast(left(invoiced_at, 4) as integer) >= {{ var('opening_year') }}
group by invoice_id
