with
line_changes as (
    select * from {{ ref('quintile', 'line_changes') }}
),

changes_summed as (
    select
        invoice_id,
        customer_id,
        order_number,
        changed_at,
        min(purchased_at) as purchased_at,
        sum(units_change) as units_change,
        sum(amount_change) as amount_change
    from line_changes
    group by invoice_id, customer_id, order_number, changed_at
),

-- Discounts never take an order below zero. A discount dated before its order has no effect until the order.
orders_followed as (
    select
        *,
        min(purchased_at) over changes as ordered_at,
        lead(changed_at) over changes as replaced_at,
        sum(units_change) over changes as units,
        greatest(sum(amount_change) over changes, 0) as amount,
        greatest(coalesce(sum(amount_change) over earlier_changes, 0), 0) as amount_before
    from changes_summed
    window
        changes as (partition by invoice_id, customer_id, order_number order by changed_at),
        earlier_changes as (
            partition by invoice_id, customer_id, order_number
            order by changed_at rows between unbounded preceding and 1 preceding
        )
),

events_typed as (
    select
        invoice_id,
        customer_id,

        cast(units as decimal(18, 4)) as units,
        cast(amount as decimal(18, 4)) as amount,
        cast(amount - amount_before as decimal(18, 4)) as amount_change,
        case when units > 0 then 1 else 0 end - case when units > units_change then 1 else 0 end as order_change,

        ordered_at,
        changed_at,
        replaced_at
    from orders_followed
    where ordered_at is not null
)

select * from events_typed
