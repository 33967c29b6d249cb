with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

orders_numbered as (
    select
        customer_id,
        country,
        row_number() over (partition by customer_id order by ordered_at desc, invoice_id desc) as orders_back
    from orders
),

latest_kept as (
    select
        customer_id,
        country
    from orders_numbered
    where orders_back = 1
)

select * from latest_kept
