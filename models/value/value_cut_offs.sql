{%- set horizon = setting('value_horizon_days') -%}
{#- 3 months to predict 6; 6 to predict 6; the longest whose outcome ends at the latest cutoff; the longest of all. -#}
{%- set histories = {
    "cast(floor(period_days / 2) as integer)": "floor(period_days / 2)",
    "period_days": "floor(period_days / 2)",
    "days_known - 2 * period_days": "floor(period_days / 2)",
    "days_known - period_days": "0",
} -%}
with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

first_days_found as (
    select
        as_of.as_of_date,
        cast(min(order_events.ordered_at) as date) as first_day
    from order_events
    cross join as_of
    group by as_of.as_of_date
),

history_measured as (
    select
        first_day,
        {{ days_between('first_day', 'as_of_date') }} as days_known
    from first_days_found
),

-- The history has to hold two periods: one to choose a model by, and one to judge it by.
periods_fitted as (
    select
        *,
        least({{ horizon }}, cast(floor(days_known / 2) as integer)) as period_days
    from history_measured
),

cut_offs_listed as (
    select
        first_day,
        days_known as history_days,
        {{ horizon }} as horizon_days,
        false as is_back_test
    from periods_fitted
    {% for history_days, days_before_latest in histories.items() -%}
    union
    select
        first_day,
        {{ history_days }} as history_days,
        period_days as horizon_days,
        true as is_back_test
    from periods_fitted
    where period_days >= least({{ horizon }}, 30)
        and {{ history_days }} between floor(period_days / 2) and days_known - period_days - {{ days_before_latest }}
    {% endfor -%}
),

columns_typed as (
    select
        {{ days_later('history_days', 'first_day') }} as cut_off,
        {{ days_later('history_days + horizon_days', 'first_day') }} as period_end,
        is_back_test,
        history_days,
        cast(horizon_days as integer) as horizon_days,
        least(horizon_days, cast(floor(history_days / 2) as integer)) as training_days
    from cut_offs_listed
)

select * from columns_typed
