with
order_events as (
    select * from {{ ref('order_events') }}
),

customers as (
    select
        sampled.customer_id,
        windows.*
    from {{ ref('value_sample') }} as sampled
    inner join {{ ref('value_training_windows') }} as windows on sampled.window_number = windows.window_number
),

{{ value_feature_steps() }}

select * from features_typed
