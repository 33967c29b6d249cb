with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

last_period as (
    select * from {{ ref('quintile', 'last_period') }}
),

orders_placed_in_time as (
    select
        order_events.customer_id,
        order_events.ordered_at,
        order_events.amount,
        last_period.period_start,
        last_period.basis,
        order_events.changed_at < last_period.period_start
        and coalesce(order_events.replaced_at >= last_period.period_start, true) as stood_before,
        order_events.ordered_at >= last_period.period_start
        and order_events.changed_at < last_period.period_end
        and coalesce(order_events.replaced_at >= last_period.period_end, true) as came_in_the_period
    from order_events
    cross join last_period
    where order_events.units > 0
),

customers_totalled as (
    select
        customer_id,
        {{ days_between('max(case when stood_before then ordered_at end)', 'max(period_start)') }} as recency_days,
        sum(case when stood_before then 1 else 0 end) as frequency,
        sum(case when stood_before then amount else 0 end) as monetary,
        sum(case when came_in_the_period then 1 else 0 end) as next_orders,
        sum(case when came_in_the_period then amount else 0 end) as next_revenue,
        max(basis) as basis
    from orders_placed_in_time
    group by customer_id
),

customers_kept as (
    select
        customer_id,
        recency_days,
        cast(frequency as integer) as frequency,
        cast(monetary as decimal(18, 4)) as monetary,
        cast(case when basis != 'past spend' then next_orders end as integer) as next_orders,
        cast(case when basis != 'past spend' then next_revenue else monetary end as decimal(18, 4)) as next_revenue
    from customers_totalled
    where frequency > 0
)

select * from customers_kept
