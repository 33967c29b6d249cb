with
customer_value as (
    select * from {{ ref('quintile', 'customer_value') }}
),

seasons as (
    select * from {{ ref('quintile', 'value_seasons') }}
    where not is_back_test
),

orders as (
    select * from {{ ref('quintile', 'orders') }}
),

backtest as (
    select * from {{ ref('quintile', 'value_backtest') }}
    where is_served and bias > -1
),

forecast_summed as (
    select
        count(*) as customers,
        sum(expected_spend) as expected_spend
    from customer_value
),

-- As if two earlier cut-offs had been 20% off beside those that are known.
doubt_measured as (
    select sqrt((2 * power(0.2, 2) + coalesce(sum(power(ln(1 + bias), 2)), 0)) / (2 + count(*))) as spread
    from backtest
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

figures_joined as (
    select
        seasons.cut_off as period_start,
        seasons.period_end,
        forecast_summed.customers,
        cast(coalesce(forecast_summed.expected_spend, 0) as decimal(18, 4)) as expected_spend,
        doubt_measured.spread,
        case
            when seasons.history_days >= seasons.horizon_days then coalesce(past_summed.last_period, 0)
        end as spend_last_period,
        case
            when seasons.history_days >= 365 and seasons.horizon_days <= 365 then coalesce(past_summed.year_before, 0)
        end as spend_year_before,
        seasons.is_season_known,
        seasons.spend_index
    from seasons
    cross join forecast_summed
    cross join doubt_measured
    cross join past_summed
),

figures_compared as (
    select
        *,
        greatest(
            coalesce(spend_last_period, spend_year_before), coalesce(spend_year_before, spend_last_period)
        ) as most_before
    from figures_joined
),

totals_judged as (
    select
        period_start,
        period_end,
        customers,
        expected_spend,
        cast(round(expected_spend * exp(-1.2816 * spread), 4) as decimal(18, 4)) as spend_p10,
        cast(round(expected_spend * exp(1.2816 * spread), 4) as decimal(18, 4)) as spend_p90,
        cast(spend_last_period as decimal(18, 4)) as spend_last_period,
        cast(spend_year_before as decimal(18, 4)) as spend_year_before,
        round(case when is_season_known then spend_index end, 9) as season_index,
        coalesce(expected_spend > 1.3 * most_before, false) as is_beyond_past,
        case
            when most_before is null
                then 'Too little is known to compare the forecast with an earlier period of its length.'
            when expected_spend <= 1.3 * most_before
                then 'The forecast is at most 1.3 times what the last period or the same days a year before brought.'
            when is_season_known and spend_index > 1.3
                then 'The forecast is more than 1.3 times what such a period has brought yet: the season ahead was '
                    || 'strong a year before, and customers have become more since. Plan with the earlier figures '
                    || 'until orders confirm it.'
            else 'The forecast is more than 1.3 times what such a period has brought yet: customers came late in '
                || 'the last period, or bought most a while ago. Plan with the earlier figures until orders '
                || 'confirm it.'
        end as note
    from figures_compared
)

select * from totals_judged
