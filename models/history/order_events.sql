with
line_changes as (
    select * from {{ ref('line_changes') }}
),

changes_summed as (
    select
        invoice_id,
        customer_id,
        changed_at,
        sum(units_change) as units_change,
        sum(amount_change) as amount_change
    from line_changes
    group by invoice_id, customer_id, changed_at
),

orders_followed as (
    select
        *,
        min(changed_at) over changes as ordered_at,
        lead(changed_at) over changes as replaced_at,
        sum(units_change) over changes as units,
        sum(amount_change) over changes as amount
    from changes_summed
    window changes as (partition by invoice_id, customer_id order by changed_at)
),

events_typed as (
    select
        invoice_id,
        customer_id,

        cast(units as decimal(18, 4)) as units,
        cast(amount as decimal(18, 4)) as amount,
        cast(amount_change as decimal(18, 4)) as amount_change,
        case when units > 0 then 1 else 0 end - case when units > units_change then 1 else 0 end as order_change,

        ordered_at,
        changed_at,
        replaced_at
    from orders_followed
)

select * from events_typed
