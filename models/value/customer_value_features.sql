with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

customers as (
    select
        customer_rfm.customer_id,
        windows.*
    from {{ ref('quintile', 'customer_rfm') }} as customer_rfm
    inner join {{ ref('quintile', 'as_of') }} as as_of on true
    inner join {{ ref('quintile', 'value_training_windows') }} as windows
        on as_of.as_of_date = windows.as_of_date and windows.purpose = 'predict'
),

{{ value_feature_steps() }}

select * from features_typed
