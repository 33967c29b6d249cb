{%- set training_windows = 10 -%}
with
cut_offs as (
    select * from {{ ref('quintile', 'value_cut_offs') }}
),

months_counted_back as (
    select
        *,
        {{ each_number(0, training_windows - 1) }} as months_back
    from cut_offs
    where training_days > 0
),

days_counted_back as (
    select
        *,
        training_days + 30 * months_back as days_back
    from months_counted_back
),

windows_stacked as (
    select
        cut_off,
        'predict' as purpose,
        cut_off as as_of_date,
        history_days,
        horizon_days as outcome_days,
        training_days as season_days
    from cut_offs
    union all
    select
        cut_off,
        'learn' as purpose,
        {{ days_later('-days_back', 'cut_off') }} as as_of_date,
        history_days - days_back as history_days,
        training_days as outcome_days,
        training_days as season_days
    from days_counted_back
    where months_back = 0 or history_days - days_back >= 30
),

windows_numbered as (
    select
        cast(row_number() over (order by cut_off, purpose, as_of_date) as integer) as window_number,
        cut_off,
        purpose,
        as_of_date,
        cast(history_days as integer) as history_days,
        outcome_days,
        season_days,
        {{ days_later('outcome_days', 'as_of_date') }} as outcome_end,
        cast(floor(
            {{ setting('fit_sample_size') }} / count(*) over (partition by cut_off, purpose)
        ) as integer) as most_customers
    from windows_stacked
)

select * from windows_numbered
