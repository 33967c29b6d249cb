-- The last events of all orders are the orders, to the last fraction.
with
orders_left as (
    select
        invoice_id,
        customer_id,
        ordered_at,
        units,
        amount
    from {{ ref('quintile', 'order_events') }}
    where replaced_at is null and units > 0
),

orders_kept as (
    select
        invoice_id,
        customer_id,
        ordered_at,
        units,
        amount
    from {{ ref('quintile', 'orders') }}
)

(
    select * from orders_left
    except
    select * from orders_kept
)
union all
(
    select * from orders_kept
    except
    select * from orders_left
)
