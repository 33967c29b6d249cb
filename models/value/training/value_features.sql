with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

customers as (
    select
        sampled.customer_id,
        windows.*
    from {{ ref('quintile', 'value_sample') }} as sampled
    inner join {{ ref('quintile', 'value_training_windows') }} as windows
        on sampled.window_number = windows.window_number
),

{{ value_feature_steps() }}

select * from features_typed
