-- A singular test, since a generic one would test a host project's model of this name.
with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

ids_repeated as (
    select order_id
    from orders
    group by order_id
    having count(*) > 1
),

orders_alike as (
    select max(order_id) as order_id
    from orders
    group by invoice_id, customer_id, ordered_at
    having count(*) > 1
)

select orders.*
from orders
left join ids_repeated on orders.order_id = ids_repeated.order_id
left join orders_alike on orders.order_id = orders_alike.order_id
where orders.units <= 0
    or orders.amount < 0
    or ids_repeated.order_id is not null
    or orders_alike.order_id is not null
