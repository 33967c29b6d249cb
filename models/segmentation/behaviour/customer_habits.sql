with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

orders_paired as (
    select
        customer_id,
        ordered_at,
        lag(ordered_at) over (partition by customer_id order by ordered_at) as ordered_before
    from orders
),

intervals_measured as (
    select
        customer_id,
        {{ days_between('ordered_before', 'ordered_at') }} as interval_days
    from orders_paired
    where ordered_before is not null
),

intervals_ranked as (
    select
        customer_id,
        interval_days,
        row_number() over (partition by customer_id order by interval_days) as place,
        count(*) over (partition by customer_id) as intervals
    from intervals_measured
),

-- The middle interval, or the mean of the middle two. A quantile aggregate would keep all intervals in memory.
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
