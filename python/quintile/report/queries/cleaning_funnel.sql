select
    step_number,
    step,
    meaning,
    lines_removed,
    lines_after,
    invoices_after,
    customers_after,
    amount_removed,
    amount_after
from cleaning_audit
order by step_number
