with
month_ends as (
    select * from {{ ref('quintile', 'month_ends') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
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
        periods.month_end,
        max(earlier.month_end) as learnt_at
    from full_periods_kept as periods
    left join full_periods_kept as earlier on periods.as_of_date >= earlier.period_end
    group by periods.month_end
),

judgeable_counted as (
    select
        *,
        count(learnt_at) over () as judgeable
    from periods_before_found
),

candidates_numbered as (
    select
        *,
        row_number() over (order by month_end desc) - 1 as steps_back,
        count(*) over () as candidates
    from judgeable_counted
    where learnt_at is not null or judgeable = 0
),

-- Every judged cutoff costs a fit, so at most six are judged, evenly spread.
judged_chosen as (
    select
        month_end,
        learnt_at,
        coalesce(learnt_at, month_end) as fitted_at
    from candidates_numbered
    where steps_back % cast(ceil(candidates / 6.0) as integer) = 0
),

cut_offs_listed as (
    select
        periods.month_end,
        periods.as_of_date,
        periods.period_end,
        max(judged.learnt_at) as learnt_at,
        count(fitted.fitted_at) > 0 as is_fitted
    from full_periods_kept as periods
    left join judged_chosen as judged on periods.month_end = judged.month_end
    left join judged_chosen as fitted on periods.month_end = fitted.fitted_at
    where judged.month_end is not null or fitted.fitted_at is not null
    group by periods.month_end, periods.as_of_date, periods.period_end
)

select * from cut_offs_listed
