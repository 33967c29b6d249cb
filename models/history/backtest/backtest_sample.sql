with
outcomes as (
    select * from {{ ref('quintile', 'segment_outcomes') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

customers_found as (
    select distinct customer_id from outcomes
),

customers_drawn as (
    select customer_id
    from customers_found
    order by md5(customer_id), customer_id
    limit {{ [setting('fit_sample_size') // 5, 1] | max }}
),

first_orders_found as (
    select
        customers_drawn.customer_id,
        min(order_events.ordered_at) as first_ordered_at
    from customers_drawn
    inner join order_events on customers_drawn.customer_id = order_events.customer_id
    group by customers_drawn.customer_id
),

outcomes_sampled as (
    select
        outcomes.*,
        {{ days_between('first_orders_found.first_ordered_at', days_later(1, 'outcomes.month_end')) }} as tenure_days
    from outcomes
    inner join first_orders_found on outcomes.customer_id = first_orders_found.customer_id
)

select * from outcomes_sampled
