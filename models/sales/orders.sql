with
purchases as (
    select * from {{ ref('invoice_totals') }}
    where line_class in ('sale', 'cancelled_sale')
),

-- A cancelled line still tells when the order was placed: no order moves when a part of it is undone.
purchases_summed as (
    select
        invoice_id,
        customer_id,
        min(invoiced_at) as ordered_at,
        cast(sum(net_units) as decimal(18, 4)) as units,
        cast(sum(net_amount) as decimal(18, 4)) as amount
    from purchases
    group by invoice_id, customer_id
),

orders_kept as (
    select * from purchases_summed
    where units > 0
)

select * from orders_kept
