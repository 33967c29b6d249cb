-- Each step starts from what the previous step left.
with
steps_chained as (
    select
        *,
        lag(lines_after) over (order by step_number) as lines_left,
        lag(invoices_after) over (order by step_number) as invoices_left,
        lag(customers_after) over (order by step_number) as customers_left,
        lag(amount_after) over (order by step_number) as amount_left
    from {{ ref('quintile', 'cleaning_audit') }}
)

select *
from steps_chained
where step_number > 1
    and (
        lines_before != lines_left
        or invoices_before != invoices_left
        or customers_before != customers_left
        or amount_before != amount_left
    )
