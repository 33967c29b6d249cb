with
customers as (
    select * from {{ ref('customer_rfm') }}
),

scores as (
    select * from {{ ref('rfm_scores') }}
),

assignments as (
    select * from {{ ref('cluster_assignments') }}
),

clusters as (
    select * from {{ ref('cluster_model') }}
),

playbook as (
    select * from {{ ref('segment_playbook') }}
),

columns_joined as (
    select
        customers.customer_id,

        customers.first_ordered_at,
        customers.last_ordered_at,
        customers.recency_days,
        customers.frequency,
        customers.monetary,
        customers.tenure_days,

        scores.r_score,
        scores.f_score,
        scores.m_score,
        scores.fm_score,
        scores.rfm_code,
        scores.rfm_segment,

        assignments.cluster_id,
        clusters.cluster_label,
        clusters.marketing_tier,
        playbook.recommended_action,
        assignments.centroid_distance,
        assignments.assignment_margin
    from customers
    inner join scores on customers.customer_id = scores.customer_id
    inner join assignments on customers.customer_id = assignments.customer_id
    inner join clusters on assignments.cluster_id = clusters.cluster_id
    inner join playbook on clusters.cluster_label = playbook.cluster_label
)

select * from columns_joined
