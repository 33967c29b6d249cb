-- A test of its own, as generic ones would test a host project's model of this name.
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

select *
from orders
where units <= 0
    or amount < 0
    or order_id in (select order_id from ids_repeated)
    or order_id in (select order_id from orders_alike)
