with
features as (
    select * from {{ ref('value_features') }}
),

windows as (
    select * from {{ ref('value_training_windows') }}
),

as_of as (
    select * from {{ ref('as_of') }}
),

order_events as (
    select * from {{ ref('order_events') }}
),

windows_ended as (
    select windows.*
    from windows
    inner join as_of on windows.outcome_end <= as_of.as_of_date
),

-- An order counts as it stood when the window ended: what came later is not waited for.
orders_placed as (
    select
        features.window_number,
        features.customer_id,
        count(*) as orders,
        sum(order_events.amount) as spend
    from features
    inner join windows_ended on features.window_number = windows_ended.window_number
    inner join order_events
        on features.customer_id = order_events.customer_id
            and windows_ended.as_of_date <= order_events.ordered_at
            and windows_ended.outcome_end > order_events.changed_at
            and (order_events.replaced_at is null or windows_ended.outcome_end <= order_events.replaced_at)
    where order_events.units > 0
    group by features.window_number, features.customer_id
),

outcomes_joined as (
    select
        features.window_number,
        features.customer_id,
        cast(coalesce(orders_placed.orders, 0) as integer) as actual_orders,
        cast(coalesce(orders_placed.spend, 0) as decimal(18, 4)) as actual_spend
    from features
    inner join windows_ended on features.window_number = windows_ended.window_number
    left join orders_placed
        on features.window_number = orders_placed.window_number and features.customer_id = orders_placed.customer_id
)

select * from outcomes_joined
