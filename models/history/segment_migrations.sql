with
history as (
    select * from {{ ref('quintile', 'month_end_scores') }}
),

month_ends as (
    select * from {{ ref('quintile', 'month_ends') }}
),

history_started as (
    select min(month_number) as first_month from month_ends
),

neighbours_found as (
    select
        month_ends.month_number,
        history.rfm_segment,
        history.monetary,
        lag(month_ends.month_number) over months as month_before,
        lag(history.rfm_segment) over months as segment_before,
        lead(month_ends.month_number) over months as month_after
    from history
    inner join month_ends on history.month_end = month_ends.month_end
    window months as (partition by history.customer_id order by month_ends.month_number)
),

moves_listed as (
    select
        month_number,
        case
            when month_before is null then 'New'
            when month_before < month_number - 1 then 'Lapsed'
            else segment_before
        end as from_segment,
        rfm_segment as to_segment,
        monetary
    from neighbours_found
    union all
    select
        month_number + 1 as month_number,
        rfm_segment as from_segment,
        'Lapsed' as to_segment,
        monetary
    from neighbours_found
    where month_after is null or month_after > month_number + 1
),

moves_counted as (
    select
        month_number,
        from_segment,
        to_segment,
        count(*) as customers,
        sum(monetary) as revenue_moved
    from moves_listed
    group by month_number, from_segment, to_segment
),

-- At the first month of the history, earlier customers are known only if the data start in it.
shares_computed as (
    select
        month_ends.month_end,
        moves_counted.from_segment,
        moves_counted.to_segment,
        moves_counted.customers,
        moves_counted.customers / cast(
            sum(moves_counted.customers) over (
                partition by moves_counted.month_number, moves_counted.from_segment
            ) as double
        ) as share,
        cast(moves_counted.revenue_moved as decimal(18, 4)) as revenue_moved
    from moves_counted
    inner join month_ends on moves_counted.month_number = month_ends.month_number
    cross join history_started
    where month_ends.month_number > history_started.first_month or history_started.first_month = 1
)

select * from shares_computed
