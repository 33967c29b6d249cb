with
cut_offs as (
    select * from {{ ref('quintile', 'value_cut_offs') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

years_counted as (
    select
        cut_off,
        least(horizon_days, 365) as season_days,
        cast(floor(history_days / 365) as integer) as years
    from cut_offs
    where history_days >= 365
),

orders_dated as (
    select
        years_counted.*,
        order_events.customer_id,
        order_events.amount,
        greatest(0, {{
            days_between(days_later('-365 * years_counted.years', 'years_counted.cut_off'), 'order_events.ordered_at')
        }}) as day_number
    from years_counted
    inner join order_events on {{ stood_at('years_counted.cut_off') }}
    where order_events.units > 0
),

days_summed as (
    select
        cut_off,
        season_days,
        years,
        customer_id,
        day_number,
        cast(sum(amount) as decimal(18, 4)) as spend
    from orders_dated
    group by cut_off, season_days, years, customer_id, day_number
),

season_days_counted as (
    select
        cut_off,
        customer_id,
        spend,
        day_number,
        mod(day_number, 365) < season_days as is_in_season,
        cast(floor(day_number / 365) as integer) * season_days + least(mod(day_number, 365), season_days) as season_day,
        365 * years as days_known,
        season_days * years as season_days_known
    from days_summed
)

select * from season_days_counted
