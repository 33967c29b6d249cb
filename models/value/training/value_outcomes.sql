with
features as (
    select * from {{ ref('quintile', 'value_features') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

outcomes_known as (
    select features.*
    from features
    inner join as_of on features.outcome_end <= as_of.as_of_date
),

-- An order counts as it stood when the window ended; later cancellations are ignored.
orders_placed as (
    select
        outcomes_known.window_number,
        outcomes_known.customer_id,
        count(*) as orders,
        sum(order_events.amount) as spend
    from outcomes_known
    inner join order_events
        on outcomes_known.customer_id = order_events.customer_id
            and outcomes_known.as_of_date <= order_events.ordered_at
            and {{ stood_at('outcomes_known.outcome_end') }}
    where order_events.units > 0
    group by outcomes_known.window_number, outcomes_known.customer_id
),

outcomes_joined as (
    select
        outcomes_known.window_number,
        outcomes_known.customer_id,
        cast(coalesce(orders_placed.orders, 0) as integer) as actual_orders,
        cast(coalesce(orders_placed.spend, 0) as decimal(18, 4)) as actual_spend
    from outcomes_known
    left join orders_placed
        on outcomes_known.window_number = orders_placed.window_number
            and outcomes_known.customer_id = orders_placed.customer_id
)

select * from outcomes_joined
