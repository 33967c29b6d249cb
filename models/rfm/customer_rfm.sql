with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

orders_totalled as (
    select
        customer_id,
        min(ordered_at) as first_ordered_at,
        max(ordered_at) as last_ordered_at,
        count(*) as frequency,
        sum(amount) as monetary
    from orders
    group by customer_id
),

days_counted as (
    select
        orders_totalled.customer_id,
        orders_totalled.first_ordered_at,
        orders_totalled.last_ordered_at,
        {{ days_between('orders_totalled.last_ordered_at', 'as_of.as_of_date') }} as recency_days,
        cast(orders_totalled.frequency as integer) as frequency,
        cast(orders_totalled.monetary as decimal(18, 4)) as monetary,
        {{ days_between('orders_totalled.first_ordered_at', 'as_of.as_of_date') }} as tenure_days
    from orders_totalled
    cross join as_of
)

select * from days_counted
