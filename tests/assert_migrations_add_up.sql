-- All moves to a month are its customers, and all moves from it are the customers of the month before, in number and
-- money.
with
history as (
    select
        month_ends.month_number,
        history.rfm_segment,
        count(*) as customers,
        sum(history.monetary) as revenue
    from {{ ref('quintile', 'month_end_scores') }} as history
    inner join {{ ref('quintile', 'month_ends') }} as month_ends on history.month_end = month_ends.month_end
    group by month_ends.month_number, history.rfm_segment
),

moves as (
    select
        migrations.*,
        month_ends.month_number
    from {{ ref('quintile', 'segment_migrations') }} as migrations
    inner join {{ ref('quintile', 'month_ends') }} as month_ends on migrations.month_end = month_ends.month_end
),

months_moved as (
    select distinct month_number from moves
),

arrivals as (
    select
        month_number,
        to_segment as rfm_segment,
        sum(customers) as customers,
        sum(revenue_moved) as revenue
    from moves
    where to_segment != 'Lapsed'
    group by month_number, to_segment
),

departures as (
    select
        month_number,
        from_segment as rfm_segment,
        sum(customers) as customers,
        sum(share) as share_sum
    from moves
    where from_segment not in ('New', 'Lapsed')
    group by month_number, from_segment
)

select
    'arrivals' as side,
    months_moved.month_number,
    coalesce(history.rfm_segment, arrivals.rfm_segment) as rfm_segment,
    history.customers as expected,
    arrivals.customers as found
from months_moved
inner join history on months_moved.month_number = history.month_number
full outer join arrivals
    on history.month_number = arrivals.month_number and history.rfm_segment = arrivals.rfm_segment
where history.customers is distinct from arrivals.customers
    or history.revenue is distinct from arrivals.revenue
union all
select
    'departures' as side,
    months_moved.month_number,
    coalesce(history.rfm_segment, departures.rfm_segment) as rfm_segment,
    history.customers as expected,
    departures.customers as found
from months_moved
inner join history on months_moved.month_number = history.month_number + 1
full outer join departures
    on months_moved.month_number = departures.month_number and history.rfm_segment = departures.rfm_segment
where history.customers is distinct from departures.customers
    or abs(departures.share_sum - 1) > 1e-9
