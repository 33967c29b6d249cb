with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

scores as (
    select * from "shop"."main_quintile"."rfm_scores"
),

assignments as (
    select * from "shop"."main_quintile"."cluster_assignments"
),

clusters as (
    select * from "shop"."main_quintile"."cluster_model"
),

playbook as (
    select * from "shop"."main_quintile"."playbook"
),

customer_habits as (
    select * from "shop"."main_quintile"."customer_habits"
),

customer_countries as (
    select * from "shop"."main_quintile"."customer_countries"
),

spend_shares as (
    select * from "shop"."main_quintile"."spend_shares"
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
        'Ordered ' || case frequency when 1 then 'once, ' when 2 then 'twice, last ' else cast(frequency as string) || ' times, last ' end
    || case recency_days when 1 then '1 day' else cast(recency_days as string) || ' days' end || ' ago'
    || case
        when usual_interval_days is null then ''
        when usual_interval_days < 0.5 then '; usually several times a day'
        when usual_interval_days < 1.5 then '; usually every day'
        else '; usually every ' || cast(cast(round(usual_interval_days) as integer) as string) || ' days'
    end
    || case
        when share_below is null or greatest(share_below, share_above) < 0.01 then ''
        when share_below >= share_above
            then '; spends more than ' || cast(cast(floor(100 * share_below) as integer) as string) || '% of customers'
        else '; spends less than ' || cast(cast(floor(100 * share_above) as integer) as string) || '% of customers'
    end as segment_reason
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