with
predictions as (
    select * from {{ ref('value_predictions') }}
),

quantiles_computed as (
    select {{ quantiles('round(expected_spend, 4)', [0.4, 0.8]) }} as bounds
    from predictions
),

bounds_listed as (
    select
        'Medium' as predicted_value_tier,
        {{ array_item('bounds', 1) }} as lower_bound
    from quantiles_computed
    union all
    select
        'High' as predicted_value_tier,
        {{ array_item('bounds', 2) }} as lower_bound
    from quantiles_computed
),

bounds_rounded as (
    select
        predicted_value_tier,
        cast(round(lower_bound, 5) as decimal(24, 5)) as lower_bound
    from bounds_listed
    where lower_bound is not null
)

select * from bounds_rounded
