with
outcomes as (
    select * from {{ ref('quintile', 'segment_outcomes') }}
),

cut_offs as (
    select * from {{ ref('quintile', 'cut_offs') }}
),

clusters as (
    select * from {{ ref('quintile', 'cut_off_fits') }}
),

scaling as ({{ scaling_in_one_row(ref('quintile', 'cut_off_fits'), by='fitted_at') }}),

centroids as ({{ centroids_in_one_row(ref('quintile', 'cut_off_fits'), by='fitted_at') }}),

fits_applied as (
    select
        month_end as fitted_at,
        month_end
    from cut_offs
    where is_fitted
    union all
    select
        learnt_at as fitted_at,
        month_end
    from cut_offs
    where learnt_at is not null
),

metrics_standardised as (
    select
        scaling.fitted_at,
        outcomes.month_end,
        {% for metric, column in metric_columns().items() -%}
        {{ standardised(rounded_log('outcomes.' ~ column), metric) }} as z_{{ metric }},
        {% endfor -%}
        outcomes.next_orders,
        outcomes.next_revenue
    from outcomes
    inner join fits_applied on outcomes.month_end = fits_applied.month_end
    inner join scaling on fits_applied.fitted_at = scaling.fitted_at
),

{{ nearest_cluster_steps('metrics_standardised', by='fitted_at') }},

outcomes_summed as (
    select
        clusters_found.fitted_at,
        clusters_found.month_end,
        clusters.cluster_label,
        count(*) as customers,
        sum(case when clusters_found.next_orders > 0 then 1 else 0 end) as active_customers,
        sum(clusters_found.next_orders) as orders,
        sum(clusters_found.next_revenue) as net_revenue
    from clusters_found
    inner join clusters
        on clusters_found.fitted_at = clusters.fitted_at and clusters_found.cluster_id = clusters.cluster_id
    group by clusters_found.fitted_at, clusters_found.month_end, clusters.cluster_label
)

select * from outcomes_summed
