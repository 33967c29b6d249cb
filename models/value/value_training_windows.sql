with
cut_offs as (
    select * from {{ ref('value_cut_offs') }}
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
        {{ days_later('-training_days', 'cut_off') }} as as_of_date,
        history_days - training_days as history_days,
        training_days as outcome_days,
        training_days as season_days
    from cut_offs
    where training_days > 0
),

windows_numbered as (
    select
        cast(row_number() over (order by cut_off, purpose) as integer) as window_number,
        *,
        {{ days_later('outcome_days', 'as_of_date') }} as outcome_end
    from windows_stacked
)

select * from windows_numbered
