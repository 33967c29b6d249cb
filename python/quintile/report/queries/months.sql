with
orders_numbered as (
    select
        cast(date_trunc('month', ordered_at) as date) as month_start,
        customer_id,
        amount,
        row_number() over (partition by customer_id order by ordered_at, order_id) as order_number
    from orders
)

select
    orders_numbered.month_start,
    sum(orders_numbered.amount) as revenue,
    count(*) as orders,
    sum(orders_numbered.amount) / count(*) as mean_order,
    count(distinct orders_numbered.customer_id) as customers,
    count(distinct orders_numbered.customer_id) filter (where orders_numbered.order_number = 1) as new_customers,
    orders_numbered.month_start + interval 1 month <= build_settings.as_of_date as is_complete
from orders_numbered
cross join build_settings
group by orders_numbered.month_start, build_settings.as_of_date
order by orders_numbered.month_start
