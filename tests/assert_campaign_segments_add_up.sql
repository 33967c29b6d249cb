-- The segments of a campaign hold each of its customers, and what they ordered, once.
with
results as (
    select * from {{ ref('quintile', 'campaign_results') }}
),

sides_summed as (
    select
        campaign,
        sum(case when segment = 'all' then treated_customers + control_customers else 0 end) as customers,
        sum(case when segment != 'all' then treated_customers + control_customers else 0 end) as customers_of_segments,
        sum(case when segment = 'all' then coalesce(treated_revenue, 0) + coalesce(control_revenue, 0) else 0 end) as revenue,
        sum(case when segment != 'all' then coalesce(treated_revenue, 0) + coalesce(control_revenue, 0) else 0 end) as revenue_of_segments
    from results
    group by campaign
)

select * from sides_summed
where customers != customers_of_segments or revenue != revenue_of_segments
