with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(27 as INTEGER)
 as "recency_days", 
    
    cast(7 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(40 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(2 as INTEGER)
 as "recency_days", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(2 as INTEGER)
 as "recency_days", 
    
    cast(4 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__rfm_scores as (

-- Fixture for rfm_scores
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"
),  __dbt__cte__cluster_assignments as (

-- Fixture for cluster_assignments
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
),  __dbt__cte__cluster_model as (

-- Fixture for cluster_model
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('New buyers' as character varying)
 as "cluster_label", 
    
    cast('New buyers' as character varying)
 as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", cast(null as DOUBLE) as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"
),  __dbt__cte__segment_playbook as (

-- Fixture for segment_playbook
select 
    
    cast('New buyers' as character varying)
 as "cluster_label", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority"
),  __dbt__cte__customer_habits as (

-- Fixture for customer_habits
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(6 as INTEGER)
 as "intervals", 
    
    cast(30.5 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "intervals", 
    
    cast(12 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "intervals", 
    
    cast(0 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", 
    
    cast(3 as INTEGER)
 as "intervals", 
    
    cast(1 as DOUBLE)
 as "median_interval_days"
),  __dbt__cte__customer_countries as (

-- Fixture for customer_countries
select cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country"
    limit 0
),  __dbt__cte__spend_shares as (

-- Fixture for spend_shares
select 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0.889 as DOUBLE)
 as "share_below", 
    
    cast(0.02 as DOUBLE)
 as "share_above"
union all
select 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0 as DOUBLE)
 as "share_below", 
    
    cast(0.999 as DOUBLE)
 as "share_above"
union all
select 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0.005 as DOUBLE)
 as "share_below", 
    
    cast(0.005 as DOUBLE)
 as "share_above"
), customers as (
    select * from __dbt__cte__customer_rfm
),

scores as (
    select * from __dbt__cte__rfm_scores
),

assignments as (
    select * from __dbt__cte__cluster_assignments
),

clusters as (
    select * from __dbt__cte__cluster_model
),

playbook as (
    select * from __dbt__cte__segment_playbook
),

customer_habits as (
    select * from __dbt__cte__customer_habits
),

customer_countries as (
    select * from __dbt__cte__customer_countries
),

spend_shares as (
    select * from __dbt__cte__spend_shares
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