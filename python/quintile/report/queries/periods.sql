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

-- What was before the first order of the shop is not known; before that of some customers, it is nothing.
periods_known as (
    select periods.*
    from periods
    where periods.period_start >= (select cast(min(customer_rfm.first_ordered_at) as date) from customer_rfm)
),

periods_summed as (
    select
        periods_known.period_days,
        periods_known.period,
        periods_known.period_start,
        periods_known.period_end - 1 as last_day,
        count(distinct orders.customer_id) as customers,
        coalesce(sum(orders.amount), 0) as revenue,
        count(orders.order_id) as orders
    from periods_known
    left join orders
        on periods_known.period_start <= orders.ordered_at and periods_known.period_end > orders.ordered_at
    group by periods_known.period_days, periods_known.period, periods_known.period_start, periods_known.period_end
)

select
    periods_summed.*,
    latest.customers / nullif(periods_summed.customers, 0) - 1 as customers_change,
    cast(latest.revenue / nullif(periods_summed.revenue, 0) as double) - 1 as revenue_change,
    latest.orders / nullif(periods_summed.orders, 0) - 1 as orders_change
from periods_summed
left join periods_summed as latest
    on periods_summed.period_days = latest.period_days
        and periods_summed.period != 'latest' and latest.period = 'latest'
order by periods_summed.period_days, list_position(['latest', 'before', 'year before'], periods_summed.period)
