with
-- The first order of the shop, whoever the orders are narrowed to: a month without orders is one of nothing.
months as (
    select cast(unnest(generate_series(
        date_trunc('month', min(customer_rfm.first_ordered_at)),
        date_trunc('month', build_settings.as_of_date - 1),
        interval 1 month
    )) as date) as month_start
    from customer_rfm
    cross join build_settings
    group by build_settings.as_of_date
),

orders_numbered as (
    select
        cast(date_trunc('month', ordered_at) as date) as month_start,
        customer_id,
        amount,
        row_number() over (partition by customer_id order by ordered_at, order_id) as order_number
    from orders
)

select
    months.month_start,
    coalesce(sum(orders_numbered.amount), 0) as revenue,
    count(orders_numbered.customer_id) as orders,
    sum(orders_numbered.amount) / nullif(count(orders_numbered.customer_id), 0) as mean_order,
    count(distinct orders_numbered.customer_id) as customers,
    count(distinct orders_numbered.customer_id) filter (where orders_numbered.order_number = 1) as new_customers,
    months.month_start + interval 1 month <= build_settings.as_of_date as is_complete
from months
cross join build_settings
left join orders_numbered on months.month_start = orders_numbered.month_start
group by months.month_start, build_settings.as_of_date
order by months.month_start
