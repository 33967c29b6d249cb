{%- set clusters = range(1, most_clusters() + 1) -%}

with
features as (
    select * from {{ ref('cluster_features') }}
),

centroids as ({{ centroids_in_one_row() }}),

distances_measured as (
    select
        {% for cluster in clusters -%}
        {{ distance_to_cluster(cluster) }} as distance_{{ cluster }},
        {% endfor -%}
        features.customer_id
    from features
    cross join centroids
),

nearest_found as (
    select
        *,
        {{ least_of(clusters, 'distance_#') }} as centroid_distance
    from distances_measured
),

clusters_assigned as (
    select
        *,
        {{ nearest_cluster(clusters) }} as cluster_id
    from nearest_found
),

runners_up_found as (
    select
        *,
        {{ next_nearest_distance(clusters) }} as next_distance
    from clusters_assigned
),

margins_computed as (
    select
        customer_id,
        cluster_id,
        centroid_distance,
        {{ margin() }} as assignment_margin
    from runners_up_found
)

select * from margins_computed
