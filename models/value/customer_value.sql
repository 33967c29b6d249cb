with
predictions as (
    select * from {{ ref('quintile', 'value_predictions') }}
),

bounds as (
    select * from {{ ref('quintile', 'value_class_bounds') }}
),

next_orders as (
    select * from {{ ref('quintile', 'next_orders') }}
    where is_now
),

predictions_typed as (
    select
        customer_id,
        round(expected_orders, 9) as expected_orders,
        cast(round(expected_spend, 4) as decimal(18, 4)) as expected_spend,
        cast(round(spend_p10, 4) as decimal(18, 4)) as spend_p10,
        cast(round(spend_p90, 4) as decimal(18, 4)) as spend_p90,
        round(purchase_probability, 9) as purchase_probability,
        value_model,
        why_this_model
    from predictions
),

classes_assigned as (
    select
        predictions_typed.customer_id,
        predictions_typed.expected_orders,
        predictions_typed.expected_spend,
        predictions_typed.spend_p10,
        predictions_typed.spend_p90,
        predictions_typed.purchase_probability,
        next_orders.due_on as next_order_due_on,
        case
            when predictions_typed.expected_spend >= bounds.a_from then 'A'
            when predictions_typed.expected_spend >= bounds.b_from then 'B'
            else 'C'
        end as abc_class,
        predictions_typed.value_model,
        predictions_typed.why_this_model
    from predictions_typed
    cross join bounds
    left join next_orders on predictions_typed.customer_id = next_orders.customer_id
)

select * from classes_assigned
