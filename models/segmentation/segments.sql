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

customer_habits as (
    select * from {{ ref('quintile', 'customer_habits') }}
),

customer_countries as (
    select * from {{ ref('quintile', 'customer_countries') }}
),

spend_shares as (
    select * from {{ ref('quintile', 'spend_shares') }}
),

facts_joined as (
    select
        customers.*,
        case when customer_habits.intervals >= 2 then customer_habits.median_interval_days end as usual_interval_days,
        customer_countries.country,
        spend_shares.share_below,
        spend_shares.share_above
    from customers
    left join customer_habits on customers.customer_id = customer_habits.customer_id
    left join customer_countries on customers.customer_id = customer_countries.customer_id
    left join spend_shares on customers.monetary = spend_shares.monetary
),

reasons_given as (
    select
        *,
        {{ segment_reason() }} as segment_reason
    from facts_joined
),

columns_joined as (
    select
        reasons_given.customer_id,
        reasons_given.country,

        reasons_given.first_ordered_at,
        reasons_given.last_ordered_at,
        reasons_given.recency_days,
        reasons_given.frequency,
        reasons_given.monetary,
        reasons_given.tenure_days,
        reasons_given.usual_interval_days,
        reasons_given.recency_days / nullif(reasons_given.usual_interval_days, 0) as overdue_ratio,

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
        reasons_given.segment_reason,
        assignments.centroid_distance,
        assignments.assignment_margin
    from reasons_given
    inner join scores on reasons_given.customer_id = scores.customer_id
    inner join assignments on reasons_given.customer_id = assignments.customer_id
    inner join clusters on assignments.cluster_id = clusters.cluster_id
    left join clusters as next_clusters on assignments.next_cluster_id = next_clusters.cluster_id
    inner join playbook on clusters.playbook_label = playbook.cluster_label
)

select * from columns_joined
