with
features as (
    select * from {{ ref('quintile', 'value_features') }}
),

windows as (
    select * from {{ ref('quintile', 'value_training_windows') }}
),

outcomes as (
    select * from {{ ref('quintile', 'value_outcomes') }}
),

examples_joined as (
    select
        windows.cut_off,
        windows.purpose,
        features.*,
        outcomes.actual_orders,
        outcomes.actual_spend
    from features
    inner join windows on features.window_number = windows.window_number
    left join outcomes
        on features.window_number = outcomes.window_number and features.customer_id = outcomes.customer_id
)

select * from examples_joined
