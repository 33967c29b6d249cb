with
orders as (
    select * from {{ ref('quintile', 'orders') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

data_bounded as (
    select
        as_of.as_of_date,
        cast({{ dbt.date_trunc('month', 'min(orders.ordered_at)') }} as date) as first_day
    from orders
    cross join as_of
    group by as_of.as_of_date
),

days_counted as (
    select
        first_day,
        {{ each_number('0', days_between('first_day', 'as_of_date')) }} as days_later
    from data_bounded
),

days_dated as (
    select {{ days_later('days_later', 'first_day') }} as date_day
    from days_counted
)

select * from days_dated
