with
next_orders as (
    select * from {{ ref('quintile', 'next_orders') }}
    where not is_now
),

cut_offs as (
    select * from {{ ref('quintile', 'value_cut_offs') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

shop_gaps_found as (
    select
        cut_off,
        {{ quantile('own_gap_days', 0.5) }} as shop_gap
    from next_orders
    group by cut_off
),

next_orders_found as (
    select
        next_orders.cut_off,
        next_orders.customer_id,
        cast(min(order_events.ordered_at) as date) as ordered_on
    from next_orders
    inner join cut_offs on next_orders.cut_off = cut_offs.cut_off
    inner join order_events
        on next_orders.customer_id = order_events.customer_id
            and next_orders.cut_off <= order_events.ordered_at
            and {{ stood_at('cut_offs.period_end') }}
    where order_events.units > 0
    group by next_orders.cut_off, next_orders.customer_id
),

errors_measured as (
    select
        next_orders.cut_off,
        abs({{ days_between('next_orders.due_on', 'next_orders_found.ordered_on') }}) as error_days,
        abs({{ days_between(
            'greatest(' ~ days_later('cast(round(shop_gaps_found.shop_gap) as integer)', 'next_orders.last_ordered_on')
            ~ ', next_orders.cut_off)',
            'next_orders_found.ordered_on'
        ) }}) as shop_gap_error_days
    from next_orders
    inner join next_orders_found
        on next_orders.cut_off = next_orders_found.cut_off and next_orders.customer_id = next_orders_found.customer_id
    inner join shop_gaps_found on next_orders.cut_off = shop_gaps_found.cut_off
    where next_orders.due_on is not null
),

errors_summed as (
    select
        errors_measured.cut_off,
        cut_offs.period_end,
        count(*) as customers,
        {{ quantile('error_days', 0.5) }} as median_error_days,
        {{ quantile('shop_gap_error_days', 0.5) }} as shop_gap_median_error_days
    from errors_measured
    inner join cut_offs on errors_measured.cut_off = cut_offs.cut_off
    group by errors_measured.cut_off, cut_offs.period_end
)

select * from errors_summed
