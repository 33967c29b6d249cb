-- What the events leave standing are the orders, to the last fraction.
with
orders_left as (
    select
        invoice_id,
        customer_id,
        ordered_at,
        units,
        amount
    from {{ ref('order_events') }}
    where replaced_at is null and units > 0
)

(
    select * from orders_left
    except
    select invoice_id, customer_id, ordered_at, units, amount from {{ ref('orders') }}
)
union all
(
    select invoice_id, customer_id, ordered_at, units, amount from {{ ref('orders') }}
    except
    select * from orders_left
)
