with
order_events as (
    select * from {{ ref('order_events') }}
),

customers as (
    select
        customer_rfm.customer_id,
        windows.*
    from {{ ref('customer_rfm') }} as customer_rfm
    inner join {{ ref('as_of') }} as as_of on true
    inner join {{ ref('value_training_windows') }} as windows
        on as_of.as_of_date = windows.as_of_date and windows.purpose = 'predict'
),

{{ value_feature_steps() }}

select * from features_typed
