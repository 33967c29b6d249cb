with
 __dbt__cte__customer_value as (

-- Fixture for customer_value
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(50 as DECIMAL(18,4))
 as "expected_spend", cast(null as DECIMAL(18,4)) as "spend_p10", cast(null as DECIMAL(18,4)) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as DATE) as "next_order_due_on", cast(null as character varying(256)) as "abc_class", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(30 as DECIMAL(18,4))
 as "expected_spend", cast(null as DECIMAL(18,4)) as "spend_p10", cast(null as DECIMAL(18,4)) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as DATE) as "next_order_due_on", cast(null as character varying(256)) as "abc_class", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
),  __dbt__cte__value_seasons as (

-- Fixture for value_seasons
select 
    
    cast('2011-12-11' as DATE)
 as "cut_off", 
    
    cast('2011-12-21' as DATE)
 as "period_end", 
    
    cast(True as BOOLEAN)
 as "is_back_test", 
    
    cast(600 as INTEGER)
 as "history_days", 
    
    cast(10 as INTEGER)
 as "horizon_days", cast(null as INTEGER) as "training_days", 
    
    cast(True as BOOLEAN)
 as "is_season_known", cast(null as DOUBLE) as "order_index", 
    
    cast(3 as DOUBLE)
 as "spend_index"
union all
select 
    
    cast('2012-01-11' as DATE)
 as "cut_off", 
    
    cast('2012-01-21' as DATE)
 as "period_end", 
    
    cast(False as BOOLEAN)
 as "is_back_test", 
    
    cast(640 as INTEGER)
 as "history_days", 
    
    cast(10 as INTEGER)
 as "horizon_days", cast(null as INTEGER) as "training_days", 
    
    cast(True as BOOLEAN)
 as "is_season_known", cast(null as DOUBLE) as "order_index", 
    
    cast(1.2 as DOUBLE)
 as "spend_index"
),  __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-01-10 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(30 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-31 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1000 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-21 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1000 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-20 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(50 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-11 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-10 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1000 as DECIMAL(18,4))
 as "amount"
),  __dbt__cte__value_backtest as (

-- Fixture for value_backtest
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('blend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(True as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(0.25 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
union all
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('blend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(True as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(-0.2 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
union all
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('blend' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(True as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(null as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
union all
select cast(null as DATE) as "cut_off", cast(null as DATE) as "period_end", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", 
    
    cast('bg_nbd' as character varying)
 as "model", cast(null as BOOLEAN) as "converged", cast(null as character varying(256)) as "message", 
    
    cast(False as BOOLEAN)
 as "is_served", cast(null as BOOLEAN) as "is_latest", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "mae", cast(null as DOUBLE) as "rmse", 
    
    cast(4 as DOUBLE)
 as "bias", cast(null as DOUBLE) as "spearman", cast(null as DOUBLE) as "normalised_gini", cast(null as DOUBLE) as "top_decile_revenue_share", cast(null as DOUBLE) as "auc", cast(null as DOUBLE) as "brier_score", cast(null as DOUBLE) as "interval_coverage"
), customer_value as (
    select * from __dbt__cte__customer_value
),

seasons as (
    select * from __dbt__cte__value_seasons
    where not is_back_test
),

orders as (
    select * from __dbt__cte__orders
),

backtest as (
    select * from __dbt__cte__value_backtest
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
            when orders.ordered_at >= cast(

    (seasons.cut_off + cast(-seasons.horizon_days as bigint) * interval 1 day) as date) then orders.amount
        end) as last_period,
        sum(case
            when orders.ordered_at >= cast(

    (seasons.cut_off + cast(-365 as bigint) * interval 1 day) as date)
                and orders.ordered_at < cast(

    (seasons.cut_off + cast(seasons.horizon_days - 365 as bigint) * interval 1 day) as date)
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