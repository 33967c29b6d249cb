-- FINDING: On the UCI file, 161 customers with a past spend of £314,871 left the top segments in November 2011;
--   111 of them have been silent for longer than their usual interval.
-- METHOD: Compare the segments at the last two month ends. Top segments are those whose every cell has r_score 3 and
--   fm_score 4 or more: Champions and Loyal Customers. The usual interval is the median number of days between the
--   customer's order days; customers with one order have none.
-- CAVEAT: Cut points move from month to month. silent_intervals above 1 is real silence, not a move of cut points.
with
history as (
    select
        history.*,
        dense_rank() over (order by history.month_end desc) as months_back
    from {{ ref('quintile', 'rfm_history') }} as history
),

top_segments as (
    select rfm_segment from {{ ref('quintile', 'segment_grid') }}
    group by rfm_segment
    having min(r_score) >= 3 and min(fm_score) >= 4
),

last_month_ends as (
    select max(as_of_date) as as_of_date from {{ ref('quintile', 'month_ends') }}
),

order_days as (
    select distinct
        orders.customer_id,
        cast(orders.ordered_at as date) as ordered_on
    from {{ ref('quintile', 'orders') }} as orders
    inner join last_month_ends on orders.ordered_at < last_month_ends.as_of_date
),

days_paired as (
    select
        customer_id,
        ordered_on,
        lag(ordered_on) over (partition by customer_id order by ordered_on) as ordered_before_on
    from order_days
),

intervals_found as (
    select
        customer_id,
        {{ quantile(days_between('ordered_before_on', 'ordered_on'), 0.5) }} as usual_interval_days
    from days_paired
    group by customer_id
),

now_on_top as (
    select history.customer_id
    from history
    inner join top_segments on history.rfm_segment = top_segments.rfm_segment
    where history.months_back = 1
),

falls_listed as (
    select
        history.customer_id,
        history.rfm_segment as from_segment,
        coalesce(latest.rfm_segment, 'Lapsed') as to_segment,
        history.monetary,
        history.frequency,
        latest.recency_days,
        intervals_found.usual_interval_days,
        latest.recency_days / nullif(intervals_found.usual_interval_days, 0) as silent_intervals
    from history
    inner join top_segments on history.rfm_segment = top_segments.rfm_segment
    left join now_on_top on history.customer_id = now_on_top.customer_id
    left join history as latest on history.customer_id = latest.customer_id and latest.months_back = 1
    left join intervals_found on history.customer_id = intervals_found.customer_id
    where history.months_back = 2 and now_on_top.customer_id is null
)

select * from falls_listed
order by monetary desc, customer_id asc
