-- A test of its own, as generic ones would test a host project's model of this name.
with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

copies_counted as (
    select
        *,
        count(*) over (partition by order_id) as copies,
        count(*) over (partition by invoice_id, customer_id, ordered_at) as orders_alike
    from orders
)

select * from copies_counted
where copies > 1
    or orders_alike > 1
    or units <= 0
    or amount < 0
