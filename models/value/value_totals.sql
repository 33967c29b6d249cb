with
customer_value as (
    select * from {{ ref('quintile', 'customer_value') }}
),

past as (
    select * from {{ ref('quintile', 'value_past') }}
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

-- As if there were two more cutoffs, each 20% off. A factor of two where no cutoff is known.
doubt_measured as (
    select
        case
            when count(*) = 0 then ln(2)
            else sqrt((2 * power(0.2, 2) + sum(power(ln(1 + bias), 2))) / (2 + count(*)))
        end as spread
    from backtest
),

figures_joined as (
    select
        past.*,
        forecast_summed.customers,
        cast(coalesce(forecast_summed.expected_spend, 0) as decimal(18, 4)) as expected_spend,
        doubt_measured.spread,
        greatest(
            coalesce(past.spend_last_period, past.spend_year_before),
            coalesce(past.spend_year_before, past.spend_last_period)
        ) as most_before
    from past
    cross join forecast_summed
    cross join doubt_measured
),

totals_judged as (
    select
        period_start,
        period_end,
        customers,
        expected_spend,
        cast(round(expected_spend * exp(-1.2816 * spread), 4) as decimal(18, 4)) as spend_p10,
        cast(round(expected_spend * exp(1.2816 * spread), 4) as decimal(18, 4)) as spend_p90,
        spend_last_period,
        spend_year_before,
        season_index,
        coalesce(expected_spend > 1.3 * most_before, false) as is_beyond_past,
        case
            when most_before is null
                then 'There is no earlier period of the same length to compare the forecast with. It assumes that '
                    || 'customers go on as in the days that are known, which is often too high for a young shop.'
            when expected_spend < 0.5 * spend_last_period
                then 'The forecast is less than half of what the last period brought. That period had a season, or '
                    || 'many customers who were new then or have left since. No forecast includes new customers.'
            when expected_spend <= 1.3 * most_before
                then 'The forecast is at most 1.3 times what the last period or the same days a year before brought.'
            when season_index > 1.3
                then 'The forecast is more than 1.3 times what any such period has brought so far: the coming season '
                    || 'was strong a year before, and there are more customers now. Plan with the earlier figures '
                    || 'until orders confirm it.'
            else 'The forecast is more than 1.3 times what any such period has brought so far: customers came late in '
                || 'the last period, or bought most some time ago. Plan with the earlier figures until orders '
                || 'confirm it.'
        end as note
    from figures_joined
)

select * from totals_judged
