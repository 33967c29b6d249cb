with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

orders_numbered as (
    select
        customer_id,
        ordered_at,
        amount,
        {{ days_later(setting('value_horizon_days'), 'ordered_at') }} as silent_until,
        row_number() over (partition by customer_id order by ordered_at, invoice_id) as order_number,
        lead(ordered_at) over (partition by customer_id order by ordered_at, invoice_id) as next_ordered_at
    from orders
),

events_stacked as (
    select
        customer_id,
        ordered_at as happened_at,
        1 as orders,
        amount as revenue,
        case when order_number > 1 then 1 else 0 end as repeat_orders,
        0 as silences
    from orders_numbered
    union all
    select
        orders_numbered.customer_id,
        orders_numbered.silent_until as happened_at,
        0 as orders,
        0 as revenue,
        0 as repeat_orders,
        1 as silences
    from orders_numbered
    inner join as_of on orders_numbered.silent_until < as_of.as_of_date
    where orders_numbered.next_ordered_at is null or orders_numbered.next_ordered_at >= orders_numbered.silent_until
),

months_summed as (
    select
        customer_id,
        cast({{ dbt.date_trunc('month', 'happened_at') }} as date) as month_start,
        cast(sum(orders) as integer) as orders,
        cast(sum(revenue) as decimal(18, 4)) as revenue,
        sum(repeat_orders) > 0 as is_repeat,
        sum(silences) > 0 as is_churned
    from events_stacked
    group by customer_id, {{ dbt.date_trunc('month', 'happened_at') }}
)

select * from months_summed
