with
invoice_totals as (
    select * from {{ ref('invoice_totals') }}
    where ordered_at is not null
),

-- A cancelled line still tells when the order was placed: no order moves when a part of it is undone.
orders_summed as (
    select
        {{ order_id() }} as order_id,
        invoice_id,
        customer_id,
        ordered_at,
        cast(sum(net_units) as decimal(18, 4)) as units,
        cast(sum(net_amount) as decimal(18, 4)) as amount
    from invoice_totals
    group by invoice_id, customer_id, ordered_at
),

orders_kept as (
    select * from orders_summed
    where units > 0
)

select * from orders_kept
