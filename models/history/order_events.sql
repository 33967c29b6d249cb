with
line_changes as (
    select * from {{ ref('line_changes') }}
),

changes_summed as (
    select
        invoice_id,
        customer_id,
        ordered_at,
        changed_at,
        sum(units_change) as units_change,
        sum(amount_change) as amount_change
    from line_changes
    group by invoice_id, customer_id, ordered_at, changed_at
),

-- Discounts never lower an order below zero.
orders_followed as (
    select
        *,
        lead(changed_at) over changes as replaced_at,
        sum(units_change) over changes as units,
        greatest(sum(amount_change) over changes, 0) as amount
    from changes_summed
    window changes as (partition by invoice_id, customer_id, ordered_at order by changed_at)
),

amounts_compared as (
    select
        *,
        amount - lag(amount, 1, cast(0 as decimal(38, 4))) over (
            partition by invoice_id, customer_id, ordered_at order by changed_at
        ) as net_change
    from orders_followed
),

events_typed as (
    select
        {{ order_id() }} as order_id,
        invoice_id,
        customer_id,

        cast(units as decimal(18, 4)) as units,
        cast(amount as decimal(18, 4)) as amount,
        cast(net_change as decimal(18, 4)) as amount_change,
        case when units > 0 then 1 else 0 end - case when units > units_change then 1 else 0 end as order_change,

        ordered_at,
        changed_at,
        replaced_at
    from amounts_compared
)

select * from events_typed
