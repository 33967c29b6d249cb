-- The segments of a campaign hold each of its customers, and what they ordered, once.
with
sides_listed as (
    select
        campaign,
        segment = 'all' as is_all,
        sum(treated_customers + control_customers) as customers,
        sum(coalesce(treated_revenue, 0) + coalesce(control_revenue, 0)) as revenue
    from {{ ref('quintile', 'campaign_results') }}
    group by campaign, segment = 'all'
),

sides_compared as (
    select
        wholes.campaign,
        wholes.customers,
        segments.customers as customers_of_segments,
        wholes.revenue,
        segments.revenue as revenue_of_segments
    from sides_listed as wholes
    left join sides_listed as segments on wholes.campaign = segments.campaign and not segments.is_all
    where wholes.is_all
)

select * from sides_compared
where customers is distinct from customers_of_segments or revenue is distinct from revenue_of_segments
