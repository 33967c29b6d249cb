{%- set medium_from, high_from = setting('tier_bounds') -%}

with
fits as (
    select * from {{ ref('quintile', 'campaign_fits') }}
),

customers as (
    select * from {{ ref('quintile', 'campaign_clusters') }}
),

dates as (
    select * from {{ ref('quintile', 'campaign_dates') }}
),

orders as (
    select * from {{ ref('quintile', 'campaign_orders') }}
),

orders_of_period_summed as (
    select
        orders.known_on as fitted_at,
        orders.customer_id,
        sum(orders.amount) as revenue
    from orders
    inner join dates on orders.known_on = dates.known_on and orders.ordered_at >= dates.period_start
    where dates.is_telling
    group by orders.known_on, orders.customer_id
),

-- What customers like these went on to spend, and what those of the fit have spent.
clusters_summed as (
    select
        customers.fitted_at,
        customers.cluster_id,
        sum(case when customers.known_on < customers.fitted_at then 1 else 0 end) as customers_before,
        cast(
            sum(case when customers.known_on < customers.fitted_at then orders.revenue end) as double
        ) as next_revenue,
        sum(case when customers.known_on = customers.fitted_at then 1 else 0 end) as customers_then,
        cast(
            sum(case when customers.known_on = customers.fitted_at then customers.monetary end) as double
        ) as past_revenue
    from customers
    left join orders_of_period_summed as orders
        on customers.fitted_at = orders.fitted_at
            and customers.customer_id = orders.customer_id
    group by customers.fitted_at, customers.cluster_id
),

lifts_computed as (
    select
        fitted_at,
        cluster_id,
        coalesce(
            case when sum(next_revenue) over fit > 0 then coalesce(next_revenue, 0) end / nullif(customers_before, 0)
            / (sum(next_revenue) over fit / sum(customers_before) over fit),
            past_revenue / nullif(customers_then, 0)
            / nullif(sum(past_revenue) over fit / sum(customers_then) over fit, 0),
            1
        ) as lift
    from clusters_summed
    window fit as (partition by fitted_at)
),

tiers_given as (
    select
        fits.fitted_at,
        fits.cluster_id,
        fits.cluster_label,
        case
            when coalesce(lifts.lift, 1) >= {{ high_from }} then 'High'
            when coalesce(lifts.lift, 1) >= {{ medium_from }} then 'Medium'
            else 'Low'
        end as marketing_tier
    from fits
    left join lifts_computed as lifts on fits.fitted_at = lifts.fitted_at and fits.cluster_id = lifts.cluster_id
)

select * from tiers_given
