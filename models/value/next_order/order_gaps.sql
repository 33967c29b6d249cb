with
order_events as (
    select * from {{ ref('quintile', 'order_events') }}
),

customers as (
    select
        sampled.customer_id,
        windows.cut_off,
        false as is_now
    from {{ ref('quintile', 'value_sample') }} as sampled
    inner join {{ ref('quintile', 'value_training_windows') }} as windows
        on sampled.window_number = windows.window_number
    inner join {{ ref('quintile', 'value_cut_offs') }} as cut_offs
        on windows.cut_off = cut_offs.cut_off and cut_offs.is_back_test
    where windows.purpose = 'predict'
    union all
    select
        customer_rfm.customer_id,
        as_of.as_of_date as cut_off,
        true as is_now
    from {{ ref('quintile', 'customer_rfm') }} as customer_rfm
    cross join {{ ref('quintile', 'as_of') }} as as_of
),

order_days_known as (
    select distinct
        customers.cut_off,
        customers.customer_id,
        customers.is_now,
        cast(order_events.ordered_at as date) as ordered_on
    from customers
    inner join order_events
        on customers.customer_id = order_events.customer_id
            and {{ stood_at('customers.cut_off') }}
    where order_events.units > 0
),

days_compared as (
    select
        *,
        lag(ordered_on) over (partition by cut_off, customer_id order by ordered_on) as ordered_before_on,
        max(ordered_on) over (partition by cut_off, customer_id) as last_ordered_on,
        count(*) over (partition by cut_off, customer_id) - 1 as gaps
    from order_days_known
),

gaps_measured as (
    select
        *,
        {{ days_between('ordered_before_on', 'ordered_on') }} as gap
    from days_compared
),

-- Rank of a gap among the customer's own, from 1. The first day has no gap and comes last.
gaps_placed as (
    select
        *,
        greatest(least(gaps, 8), 1) as peer_group,
        row_number() over (
            partition by cut_off, customer_id order by case when gap is null then 1 else 0 end, gap, ordered_on
        ) as place
    from gaps_measured
)

select * from gaps_placed
