
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "cluster_id","customers","customer_share","revenue","revenue_share","mean_frequency","lower_quartile_frequency","median_frequency","upper_quartile_frequency","upper_quartile_recency_days","next_period_lift","distinctive_metric","distinctive_deviation", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__segments as (

-- Fixture for segments
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(2 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(3 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(4 as INTEGER)
 as "frequency", 
    
    cast(4 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(99 as INTEGER)
 as "recency_days", 
    
    cast(7 as INTEGER)
 as "frequency", 
    
    cast(30 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
),  __dbt__cte__cluster_model as (

-- Fixture for cluster_model
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", 
    
    cast(0.5 as DOUBLE)
 as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", 
    
    cast(2.5 as DOUBLE)
 as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"
),  __dbt__cte__cluster_deviations as (

-- Fixture for cluster_deviations
select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(-1.5 as DOUBLE)
 as "deviation", 
    
    cast(1 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(1.2 as DOUBLE)
 as "deviation", 
    
    cast(2 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(0 as DOUBLE)
 as "deviation", 
    
    cast(1 as INTEGER)
 as "deviation_rank"
), segments as (
    select * from __dbt__cte__segments
),

clusters as (
    select * from __dbt__cte__cluster_model
),

deviations as (
    select * from __dbt__cte__cluster_deviations
),

clusters_profiled as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        count(*) as customers,
        sum(monetary) as revenue,
        avg(recency_days) as mean_recency_days,
        quantile_cont(cast(recency_days as double), 0.25) as lower_quartile_recency_days,
        quantile_cont(cast(recency_days as double), 0.5) as median_recency_days,
        quantile_cont(cast(recency_days as double), 0.75) as upper_quartile_recency_days,
        avg(frequency) as mean_frequency,
        quantile_cont(cast(frequency as double), 0.25) as lower_quartile_frequency,
        quantile_cont(cast(frequency as double), 0.5) as median_frequency,
        quantile_cont(cast(frequency as double), 0.75) as upper_quartile_frequency,
        avg(monetary) as mean_monetary,
        quantile_cont(cast(monetary as double), 0.25) as lower_quartile_monetary,
        quantile_cont(cast(monetary as double), 0.5) as median_monetary,
        quantile_cont(cast(monetary as double), 0.75) as upper_quartile_monetary
        
    from segments
    group by cluster_id, cluster_label, marketing_tier
),

shares_computed as (
    select
        cluster_id,
        cluster_label,
        marketing_tier,
        customers,
        customers / cast(sum(customers) over () as double) as customer_share,
        cast(revenue as decimal(18, 4)) as revenue,
        cast(revenue as double) / cast(sum(revenue) over () as double) as revenue_share,
        mean_recency_days,
        lower_quartile_recency_days,
        median_recency_days,
        upper_quartile_recency_days,
        mean_frequency,
        lower_quartile_frequency,
        median_frequency,
        upper_quartile_frequency,
        mean_monetary,
        lower_quartile_monetary,
        median_monetary,
        upper_quartile_monetary
        
    from clusters_profiled
),

facts_joined as (
    select
        shares_computed.*,
        clusters.next_period_lift,
        clusters.next_period_active_share,
        clusters.next_period_customers,
        clusters.lift_basis,
        deviations.metric as distinctive_metric,
        deviations.deviation as distinctive_deviation
    from shares_computed
    inner join clusters on shares_computed.cluster_id = clusters.cluster_id
    left join deviations
        on shares_computed.cluster_id = deviations.cluster_id
            and deviations.deviation_rank = 1
            and deviations.deviation != 0
)

select * from facts_joined
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "cluster_id", "customers", "customer_share", "revenue", "revenue_share", "mean_frequency", "lower_quartile_frequency", "median_frequency", "upper_quartile_frequency", "upper_quartile_recency_days", "next_period_lift", "distinctive_metric", "distinctive_deviation", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast(4 as BIGINT)
 as "customers", 
    
    cast(0.8 as DOUBLE)
 as "customer_share", 
    
    cast(10 as DECIMAL(18,4))
 as "revenue", 
    
    cast(0.25 as DOUBLE)
 as "revenue_share", 
    
    cast(2.5 as DOUBLE)
 as "mean_frequency", 
    
    cast(1.75 as DOUBLE)
 as "lower_quartile_frequency", 
    
    cast(2.5 as DOUBLE)
 as "median_frequency", 
    
    cast(3.25 as DOUBLE)
 as "upper_quartile_frequency", 
    
    cast(10 as DOUBLE)
 as "upper_quartile_recency_days", 
    
    cast(0.5 as DOUBLE)
 as "next_period_lift", 
    
    cast('recency' as character varying)
 as "distinctive_metric", 
    
    cast(-1.5 as DOUBLE)
 as "distinctive_deviation"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast(1 as BIGINT)
 as "customers", 
    
    cast(0.2 as DOUBLE)
 as "customer_share", 
    
    cast(30 as DECIMAL(18,4))
 as "revenue", 
    
    cast(0.75 as DOUBLE)
 as "revenue_share", 
    
    cast(7 as DOUBLE)
 as "mean_frequency", 
    
    cast(7 as DOUBLE)
 as "lower_quartile_frequency", 
    
    cast(7 as DOUBLE)
 as "median_frequency", 
    
    cast(7 as DOUBLE)
 as "upper_quartile_frequency", 
    
    cast(99 as DOUBLE)
 as "upper_quartile_recency_days", 
    
    cast(2.5 as DOUBLE)
 as "next_period_lift", 
    
    cast(null as character varying(256))
 as "distinctive_metric", 
    
    cast(null as DOUBLE)
 as "distinctive_deviation"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected