with
history as (
    select * from {{ ref('quintile', 'month_end_scores') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

cut_offs as (
    select * from {{ ref('quintile', 'cut_offs') }}
),

-- An order counts as it stood when its period ended; later cancellations are ignored.
orders_placed as (
    select
        order_events.customer_id,
        cut_offs.month_end,
        count(*) as orders,
        sum(order_events.amount) as revenue
    from order_events
    inner join cut_offs
        on order_events.ordered_at >= cut_offs.as_of_date
            and {{ stood_at('cut_offs.period_end') }}
    where order_events.units > 0
    group by order_events.customer_id, cut_offs.month_end
),

outcomes_joined as (
    select
        history.customer_id,
        history.month_end,
        history.recency_days,
        history.frequency,
        history.monetary,
        history.r_score,
        history.f_score,
        history.m_score,
        history.rfm_segment,
        coalesce(orders_placed.orders, 0) as next_orders,
        cast(coalesce(orders_placed.revenue, 0) as decimal(18, 4)) as next_revenue
    from history
    inner join cut_offs on history.month_end = cut_offs.month_end
    left join orders_placed
        on history.customer_id = orders_placed.customer_id
            and history.month_end = orders_placed.month_end
)

select * from outcomes_joined
