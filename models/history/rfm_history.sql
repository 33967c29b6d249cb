with
customers as (
    select * from {{ ref('quintile', 'month_end_scores') }}
),

clusters as (
    select * from {{ ref('quintile', 'cluster_model') }}
),

published_labels as (
    select * from {{ ref('quintile', 'published_labels') }}
),

scaling as ({{ scaling_in_one_row() }}),

centroids as ({{ centroids_in_one_row() }}),

metrics_standardised as (
    select
        customers.*,
        {% for metric, column in metric_columns().items() -%}
        {{ standardised(rounded_log('customers.' ~ column), metric) }} as z_{{ metric }}{{ "," if not loop.last }}
        {% endfor %}
    from customers
    cross join scaling
),

{{ nearest_cluster_steps('metrics_standardised') }},

labels_joined as (
    select
        clusters_found.customer_id,
        clusters_found.month_end,

        clusters_found.last_ordered_at,
        clusters_found.recency_days,
        clusters_found.frequency,
        clusters_found.monetary,

        clusters_found.r_score,
        clusters_found.f_score,
        clusters_found.m_score,
        clusters_found.fm_score,
        clusters_found.rfm_code,
        clusters_found.rfm_segment,

        clusters_found.cluster_id,
        clusters.cluster_label,
        clusters.marketing_tier,

        published_labels.cluster_label as published_cluster_label,
        published_labels.marketing_tier as published_marketing_tier
    from clusters_found
    left join clusters on clusters_found.cluster_id = clusters.cluster_id
    left join published_labels
        on clusters_found.customer_id = published_labels.customer_id
            and {{ days_later(1, 'clusters_found.month_end') }} = published_labels.as_of_date
)

select * from labels_joined
