with
fits as (
    select * from {{ ref('quintile', 'kmeans_fits') }}
),

candidates as (
    select * from {{ ref('quintile', 'cluster_candidates') }}
),

customers as (
    select * from {{ ref('quintile', 'last_period_customers') }}
),

last_period as (
    select * from {{ ref('quintile', 'last_period') }}
),

clusters as (
    select fits.*
    from fits
    inner join candidates on fits.n_clusters = candidates.n_clusters
    where candidates.is_chosen
),

scaling as ({{ scaling_in_one_row('clusters') }}),

centroids as ({{ centroids_in_one_row('clusters') }}),

metrics_standardised as (
    select
        customers.customer_id,
        customers.next_orders,
        customers.next_revenue,
        {% for metric, column in metric_columns().items() -%}
        {{ standardised(rounded_log('customers.' ~ column), metric) }} as z_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers
    cross join scaling
),

{{ nearest_cluster_steps('metrics_standardised') }},

outcomes_summed as (
    select
        cluster_id,
        count(*) as customers,
        count(next_orders) as customers_followed,
        sum(case when next_orders > 0 then 1 else 0 end) as active_customers,
        cast(sum(next_revenue) as double) as revenue
    from clusters_found
    group by cluster_id
),

outcomes_compared as (
    select
        cluster_id,
        customers,
        active_customers / cast(nullif(customers_followed, 0) as double) as active_share,
        revenue / customers / nullif(sum(revenue) over () / sum(customers) over (), 0) as lift
    from outcomes_summed
),

-- Clusters that had no customers before the period, such as new customers of a seasonal shop.
gaps_filled as (
    select
        clusters.cluster_id,
        cast(coalesce(outcomes_compared.customers, 0) as bigint) as next_period_customers,
        outcomes_compared.active_share as next_period_active_share,
        coalesce(outcomes_compared.lift, clusters.spend_ratio) as next_period_lift,
        case when outcomes_compared.lift is null then 'past spend' else last_period.basis end as lift_basis
    from clusters
    left join outcomes_compared on clusters.cluster_id = outcomes_compared.cluster_id
    cross join last_period
)

select * from gaps_filled
