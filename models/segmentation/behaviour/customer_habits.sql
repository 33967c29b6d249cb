with
orders as (
    select * from {{ ref('orders') }}
),

intervals_measured as (
    select
        customer_id,
        {{ days_between('lag(ordered_at) over (partition by customer_id order by ordered_at)', 'ordered_at') }} as interval_days
    from orders
),

intervals_ranked as (
    select
        customer_id,
        interval_days,
        row_number() over (partition by customer_id order by interval_days) as place,
        count(*) over (partition by customer_id) as intervals
    from intervals_measured
    where interval_days is not null
),

-- The one in the middle, or the mean of the two; a quantile aggregate would hold all intervals of all customers.
medians_taken as (
    select
        customer_id,
        cast(max(intervals) as integer) as intervals,
        avg(cast(interval_days as double)) as median_interval_days
    from intervals_ranked
    where 2 * place between intervals and intervals + 2
    group by customer_id
)

select * from medians_taken
