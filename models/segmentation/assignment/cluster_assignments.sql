with
features as (
    select * from {{ ref('quintile', 'cluster_features') }}
),

centroids as ({{ centroids_in_one_row() }}),

{{ nearest_cluster_steps('features') }},

columns_chosen as (
    select
        customer_id,
        cluster_id,
        next_cluster_id,
        centroid_distance,
        assignment_margin
    from clusters_found
)

select * from columns_chosen
