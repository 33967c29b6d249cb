with
lengths as (
    select
        unnest([30, 90, 365]) as period_days,
        as_of_date
    from build_settings
),

periods as (
    select
        period_days,
        'latest' as period,
        as_of_date - period_days as period_start,
        as_of_date as period_end
    from lengths
    union all
    select
        period_days,
        'before' as period,
        as_of_date - 2 * period_days as period_start,
        as_of_date - period_days as period_end
    from lengths
    union all
    select
        period_days,
        'year before' as period,
        cast(as_of_date - period_days - interval 1 year as date) as period_start,
        cast(as_of_date - interval 1 year as date) as period_end
    from lengths
),

data_bounded as (
    select cast(min(ordered_at) as date) as first_day
    from orders
),

-- A period that began before the first order is not known.
periods_known as (
    select periods.*
    from periods
    inner join data_bounded on periods.period_start >= data_bounded.first_day
),

periods_summed as (
    select
        periods_known.period_days,
        periods_known.period,
        count(distinct orders.customer_id) as customers,
        coalesce(sum(orders.amount), 0) as revenue,
        count(orders.order_id) as orders
    from periods_known
    left join orders
        on periods_known.period_start <= orders.ordered_at and periods_known.period_end > orders.ordered_at
    group by periods_known.period_days, periods_known.period
)

select
    lengths.period_days,
    lengths.as_of_date - lengths.period_days as period_start,
    lengths.as_of_date - 1 as last_day,
    latest.customers,
    latest.customers / nullif(earlier.customers, 0) - 1 as customers_change,
    latest.customers / nullif(year_before.customers, 0) - 1 as customers_change_in_a_year,
    latest.revenue,
    cast(latest.revenue / nullif(earlier.revenue, 0) as double) - 1 as revenue_change,
    cast(latest.revenue / nullif(year_before.revenue, 0) as double) - 1 as revenue_change_in_a_year,
    latest.orders,
    latest.orders / nullif(earlier.orders, 0) - 1 as orders_change,
    latest.orders / nullif(year_before.orders, 0) - 1 as orders_change_in_a_year
from lengths
inner join periods_summed as latest
    on lengths.period_days = latest.period_days and latest.period = 'latest'
left join periods_summed as earlier
    on lengths.period_days = earlier.period_days and earlier.period = 'before'
left join periods_summed as year_before
    on lengths.period_days = year_before.period_days and year_before.period = 'year before'
order by lengths.period_days
