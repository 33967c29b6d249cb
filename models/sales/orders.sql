with
invoice_totals as (
    select * from {{ ref('quintile', 'invoice_totals') }}
    where order_number is not null
),

-- The date of an order includes its cancelled lines, so that a partial cancellation does not move it.
orders_summed as (
    select
        invoice_id,
        customer_id,
        max(country) as country,
        min(case when line_class != 'discount' then invoiced_at end) as ordered_at,
        cast(sum(net_units) as decimal(18, 4)) as units,
        cast(sum(net_amount) as decimal(18, 4)) as amount
    from invoice_totals
    group by invoice_id, customer_id, order_number
),

orders_kept as (
    select
        {{ order_id() }} as order_id,
        *
    from orders_summed
    where units > 0
)

select * from orders_kept
