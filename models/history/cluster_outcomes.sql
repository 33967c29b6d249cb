{%- set clusters = range(1, most_clusters() + 1) -%}

with
outcomes as (
    select * from {{ ref('segment_outcomes') }}
),

cut_offs as (
    select * from {{ ref('cut_offs') }}
),

clusters as (
    select * from {{ ref('cut_off_fits') }}
),

fits as (
    select
        fitted_at,
        {% for metric in rfm_metrics() -%}
        {% for cluster in clusters -%}
        max(case when cluster_id = {{ cluster }} then centroid_{{ metric }} end) as {{ metric }}_{{ cluster }},
        {% endfor -%}
        max({{ metric }}_mean) as {{ metric }}_mean,
        max({{ metric }}_stddev) as {{ metric }}_stddev{{ "," if not loop.last }}
        {% endfor -%}
    from clusters
    group by fitted_at
),

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
    inner join fits as scaling on fits_applied.fitted_at = scaling.fitted_at
),

distances_measured as (
    select
        metrics_standardised.fitted_at,
        metrics_standardised.month_end,
        metrics_standardised.next_orders,
        metrics_standardised.next_revenue,
        {% for cluster in clusters -%}
        {{ distance_to_cluster(cluster) }} as distance_{{ cluster }}{{ "," if not loop.last }}
        {% endfor -%}
    from metrics_standardised
    inner join fits as centroids on metrics_standardised.fitted_at = centroids.fitted_at
),

nearest_found as (
    select
        *,
        {{ least_of(clusters, 'distance_#') }} as centroid_distance
    from distances_measured
),

clusters_assigned as (
    select
        fitted_at,
        month_end,
        {{ nearest_cluster(clusters) }} as cluster_id,
        next_orders,
        next_revenue
    from nearest_found
),

outcomes_summed as (
    select
        clusters_assigned.fitted_at,
        clusters_assigned.month_end,
        clusters.cluster_label,
        count(*) as customers,
        sum(case when clusters_assigned.next_orders > 0 then 1 else 0 end) as active_customers,
        sum(clusters_assigned.next_orders) as orders,
        sum(clusters_assigned.next_revenue) as net_revenue
    from clusters_assigned
    inner join clusters
        on clusters_assigned.fitted_at = clusters.fitted_at and clusters_assigned.cluster_id = clusters.cluster_id
    group by clusters_assigned.fitted_at, clusters_assigned.month_end, clusters.cluster_label
)

select * from outcomes_summed
