with
order_events as (
    select * from "shop"."main_quintile"."order_events"
),

customers as (
    select
        customer_rfm.customer_id,
        windows.*
    from "shop"."main_quintile"."customer_rfm" as customer_rfm
    inner join "shop"."main_quintile"."as_of" as as_of on true
    inner join "shop"."main_quintile"."value_training_windows" as windows
        on as_of.as_of_date = windows.as_of_date and windows.purpose = 'predict'
),

events_known as (
    select
        customers.window_number,
        customers.customer_id,
        customers.as_of_date,
        customers.history_days,
        customers.season_days,
        customers.outcome_end,
        order_events.ordered_at,
        cast(
        (date_diff('day', order_events.ordered_at::timestamp, customers.as_of_date::timestamp ))
     as integer) as days_ago,
        order_events.order_change,
        order_events.amount_change,
        order_events.amount,
        order_events.units > 0 and coalesce(order_events.replaced_at >= customers.as_of_date, true) as is_kept
    from customers
    inner join order_events
        on customers.customer_id = order_events.customer_id and customers.as_of_date > order_events.changed_at
),

customers_summed as (
    select
        window_number,
        customer_id,
        as_of_date,
        history_days,
        outcome_end,
        min(case when is_kept then ordered_at end) as first_ordered_at,
        max(case when is_kept then ordered_at end) as last_ordered_at,
        sum(case when is_kept then 1 else 0 end) as orders,
        sum(case when is_kept then amount else 0 end) as monetary,
        sum(case when is_kept and days_ago <= 30 then 1 else 0 end) as orders_30_days,
        sum(case when is_kept and days_ago <= 30 then amount else 0 end) as monetary_30_days,
        sum(case when is_kept and days_ago <= 90 then 1 else 0 end) as orders_90_days,
        sum(case when is_kept and days_ago <= 90 then amount else 0 end) as monetary_90_days,
        sum(case when is_kept and days_ago <= 180 then 1 else 0 end) as orders_180_days,
        sum(case when is_kept and days_ago <= 180 then amount else 0 end) as monetary_180_days,
        sum(case when is_kept and days_ago <= 365 then 1 else 0 end) as orders_365_days,
        sum(case when is_kept and days_ago <= 365 then amount else 0 end) as monetary_365_days,
        sum(case when is_kept and days_ago between 366 - season_days and 365 then 1 else 0 end) as orders_year_ago,
        sum(case when is_kept and days_ago between 366 - season_days and 365 then amount else 0 end) as monetary_year_ago,
        sum(case when order_change < 0 then 1 else 0 end) as cancelled_orders,
        -sum(case when amount_change < 0 then amount_change else 0 end) as cancelled_monetary
    from events_known
    group by window_number, customer_id, as_of_date, history_days, outcome_end
),

features_typed as (
    select
        window_number,
        customer_id,
        as_of_date,
        outcome_end,

        cast(orders as integer) as frequency,
        cast(
        (date_diff('day', last_ordered_at::timestamp, as_of_date::timestamp ))
     as integer) as recency_days,
        cast(
        (date_diff('day', first_ordered_at::timestamp, as_of_date::timestamp ))
     as integer) as tenure_days,
        cast(monetary as decimal(18, 4)) as monetary,
        
        cast(orders_30_days as integer) as orders_30_days,
        cast(monetary_30_days as decimal(18, 4)) as monetary_30_days,
        cast(orders_90_days as integer) as orders_90_days,
        cast(monetary_90_days as decimal(18, 4)) as monetary_90_days,
        cast(orders_180_days as integer) as orders_180_days,
        cast(monetary_180_days as decimal(18, 4)) as monetary_180_days,
        cast(orders_365_days as integer) as orders_365_days,
        cast(monetary_365_days as decimal(18, 4)) as monetary_365_days,

        case when history_days >= 365 then cast(orders_year_ago as integer) end as year_ago_orders,
        case when history_days >= 365 then cast(monetary_year_ago as decimal(18, 4)) end as year_ago_monetary,
        cast(cancelled_orders as integer) as cancelled_orders,
        cast(cancelled_monetary as decimal(18, 4)) as cancelled_monetary
    from customers_summed
    where orders > 0
)

select * from features_typed