with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

numbers as ({{ dbt.generate_series(setting('history_months')) }}),

data_bounded as (
    select
        min(order_events.ordered_at) as first_ordered_at,
        max({{ dbt.date_trunc('month', 'as_of.as_of_date') }}) as month_started_on
    from order_events
    cross join as_of
),

months_counted_back as (
    select
        cast(
            {{ dbt.dateadd('month', '1 - numbers.generated_number', 'data_bounded.month_started_on') }} as date
        ) as as_of_date,
        data_bounded.first_ordered_at
    from data_bounded
    cross join numbers
),

months_numbered as (
    select
        {{ days_later(-1, 'as_of_date') }} as month_end,
        as_of_date,
        {{ months_between('first_ordered_at', 'as_of_date') }} as month_number
    from months_counted_back
    where as_of_date > first_ordered_at
)

select * from months_numbered
