with
month_ends as (
    select * from {{ ref('month_ends') }}
),

as_of as (
    select * from {{ ref('as_of') }}
),

periods_laid_out as (
    select
        month_end,
        as_of_date,
        {{ days_later(setting('value_horizon_days'), 'as_of_date') }} as period_end
    from month_ends
),

full_periods_kept as (
    select periods_laid_out.*
    from periods_laid_out
    inner join as_of on periods_laid_out.period_end <= as_of.as_of_date
),

periods_before_found as (
    select
        cut_offs.month_end,
        cut_offs.as_of_date,
        cut_offs.period_end,
        max(earlier.month_end) as learnt_at
    from full_periods_kept as cut_offs
    left join full_periods_kept as earlier on cut_offs.as_of_date >= earlier.period_end
    group by cut_offs.month_end, cut_offs.as_of_date, cut_offs.period_end
)

select * from periods_before_found
