with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

month_ends as (
    select * from {{ ref('quintile', 'month_ends') }}
),

history_bounded as (
    select
        min(month_end) as first_month_end,
        max(as_of_date) as last_as_of_date
    from month_ends
),

-- Changes to sums add up across months, a latest order does not: an order that changes later is listed month by month.
changes_stacked as (
    select
        order_events.customer_id,
        greatest({{ dbt.last_day('order_events.changed_at', 'month') }}, history_bounded.first_month_end) as month_end,
        order_events.order_change,
        order_events.amount_change,
        case
            when order_events.units > 0 and order_events.replaced_at is null then order_events.ordered_at
        end as lasting_order_at,
        cast(null as timestamp) as passing_order_at
    from order_events
    inner join history_bounded on order_events.changed_at < history_bounded.last_as_of_date
    union all
    select
        order_events.customer_id,
        month_ends.month_end,
        0 as order_change,
        0 as amount_change,
        cast(null as timestamp) as lasting_order_at,
        order_events.ordered_at as passing_order_at
    from order_events
    inner join month_ends
        on order_events.changed_at < month_ends.as_of_date
            and order_events.replaced_at >= month_ends.as_of_date
    where order_events.units > 0
        and order_events.replaced_at is not null
),

-- The last row of a month has the cumulative sums over all its events, and the latest passing order.
changes_run as (
    select
        customer_id,
        month_end as valid_from,
        lead(month_end) over (
            partition by customer_id
            order by month_end asc, passing_order_at asc nulls first
        ) as valid_to,
        greatest(max(lasting_order_at) over changes, passing_order_at) as last_ordered_at,
        cast(sum(order_change) over changes as integer) as frequency,
        cast(sum(amount_change) over changes as decimal(18, 4)) as monetary
    from changes_stacked
    window changes as (
        partition by customer_id
        order by month_end asc, passing_order_at asc nulls first
        rows between unbounded preceding and current row
    )
),

customers_kept as (
    select * from changes_run
    where frequency > 0
        and (valid_to is null or valid_to > valid_from)
)

select * from customers_kept
