with
predictions as (
    select * from {{ ref('value_predictions') }}
),

thresholds as (
    select
        max(case when predicted_value_tier = 'Medium' then lower_bound end) as medium_above,
        max(case when predicted_value_tier = 'High' then lower_bound end) as high_above
    from {{ ref('value_thresholds') }}
),

predictions_typed as (
    select
        customer_id,
        round(expected_orders, 9) as expected_orders,
        cast(round(expected_spend, 4) as decimal(18, 4)) as expected_spend,
        round(purchase_probability, 9) as purchase_probability,
        value_model,
        why_this_model
    from predictions
),

tiers_assigned as (
    select
        predictions_typed.customer_id,
        predictions_typed.expected_orders,
        predictions_typed.expected_spend,
        predictions_typed.purchase_probability,
        case
            when predictions_typed.expected_spend > thresholds.high_above then 'High'
            when predictions_typed.expected_spend > thresholds.medium_above then 'Medium'
            when predictions_typed.expected_spend <= thresholds.medium_above then 'Low'
        end as predicted_value_tier,
        predictions_typed.value_model,
        predictions_typed.why_this_model
    from predictions_typed
    cross join thresholds
)

select * from tiers_assigned
