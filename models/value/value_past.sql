with
seasons as (
    select * from {{ ref('quintile', 'value_seasons') }}
    where not is_back_test
),

orders as (
    select * from {{ ref('quintile', 'orders') }}
),

past_summed as (
    select
        sum(case
            when orders.ordered_at >= {{ days_later('-seasons.horizon_days', 'seasons.cut_off') }} then orders.amount
        end) as last_period,
        sum(case
            when orders.ordered_at >= {{ days_later(-365, 'seasons.cut_off') }}
                and orders.ordered_at < {{ days_later('seasons.horizon_days - 365', 'seasons.cut_off') }}
                then orders.amount
        end) as year_before
    from orders
    cross join seasons
),

figures_typed as (
    select
        seasons.cut_off as period_start,
        seasons.period_end,
        cast(case
            when seasons.history_days >= seasons.horizon_days then coalesce(past_summed.last_period, 0)
        end as decimal(18, 4)) as spend_last_period,
        cast(case
            when seasons.history_days >= 365 and seasons.horizon_days <= 365 then coalesce(past_summed.year_before, 0)
        end as decimal(18, 4)) as spend_year_before,
        case when seasons.is_season_known then seasons.spend_index end as season_index
    from seasons
    cross join past_summed
)

select * from figures_typed
