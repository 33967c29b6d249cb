with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

scores as (
    select * from {{ ref('quintile', 'rfm_scores') }}
),

assignments as (
    select * from {{ ref('quintile', 'cluster_assignments') }}
),

clusters as (
    select * from {{ ref('quintile', 'cluster_model') }}
),

playbook as (
    select * from {{ ref('quintile', 'playbook') }}
),

segment_reasons as (
    select * from {{ ref('quintile', 'segment_reasons') }}
),

customer_countries as (
    select * from {{ ref('quintile', 'customer_countries') }}
),

columns_joined as (
    select
        customers.customer_id,
        customer_countries.country,

        customers.first_ordered_at,
        customers.last_ordered_at,
        customers.recency_days,
        customers.frequency,
        customers.monetary,
        customers.tenure_days,
        segment_reasons.usual_interval_days,
        customers.recency_days / nullif(segment_reasons.usual_interval_days, 0) as overdue_ratio,

        scores.r_score,
        scores.f_score,
        scores.m_score,
        scores.fm_score,
        scores.rfm_code,
        scores.rfm_segment,

        assignments.cluster_id,
        clusters.cluster_label,
        next_clusters.cluster_label as next_cluster_label,
        clusters.marketing_tier,
        playbook.recommended_action,
        playbook.channel,
        playbook.priority,
        segment_reasons.segment_reason,
        assignments.centroid_distance,
        assignments.assignment_margin
    from customers
    inner join scores on customers.customer_id = scores.customer_id
    inner join assignments on customers.customer_id = assignments.customer_id
    inner join clusters on assignments.cluster_id = clusters.cluster_id
    left join clusters as next_clusters on assignments.next_cluster_id = next_clusters.cluster_id
    inner join playbook on clusters.playbook_label = playbook.cluster_label
    left join segment_reasons on customers.customer_id = segment_reasons.customer_id
    left join customer_countries on customers.customer_id = customer_countries.customer_id
)

select * from columns_joined
