-- FINDING: On the UCI file, cancellations undo 6% of what products were invoiced to customers, and take 10
--   customers off the list of buyers; 1,057 of 8,539 cancellation lines undo no purchase in the file.
-- METHOD: Read the last steps of the funnel, and count the cancellation lines by class.
-- CAVEAT: Purchases before the first day of the file are unknown, so early cancellations match nothing.
with
steps as (
    select
        max(case when step = 'invalid price' then amount_after end) as invoiced,
        max(case when step = 'cancelled units' then amount_after end) as kept,
        max(case when step = 'cancelled sale' then customers_removed end) as buyers_undone
    from {{ ref('quintile', 'cleaning_audit') }}
),

cancellations as (
    select
        count(*) as cancellation_lines,
        sum(case when line_class = 'unmatched_cancellation' then 1 else 0 end) as unmatched_lines
    from {{ ref('quintile', 'invoice_lines') }}
    where line_class in ('cancellation', 'unmatched_cancellation')
)

select
    steps.invoiced,
    steps.kept,
    1 - steps.kept / steps.invoiced as share_undone,
    steps.buyers_undone,
    cancellations.cancellation_lines,
    cancellations.unmatched_lines
from steps
cross join cancellations
