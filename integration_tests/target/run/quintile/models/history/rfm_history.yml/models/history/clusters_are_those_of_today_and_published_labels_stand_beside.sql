
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","month_end","rfm_segment","cluster_id","cluster_label","marketing_tier","published_cluster_label","published_marketing_tier", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__month_end_scores as (

-- Fixture for month_end_scores
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(99 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('best' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(99 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('middle' as character varying)
 as "rfm_segment"
),  __dbt__cte__cluster_model as (
select
  cluster_id, centroid_recency, centroid_frequency, centroid_monetary, cluster_label, marketing_tier,
  0 as recency_mean, 0 as frequency_mean, 0 as monetary_mean,
  1 as recency_stddev, 1 as frequency_stddev, 1 as monetary_stddev
from (values
  (1, 9.0, 9.0, 9.0, 'far', 'High'),
  (2, 2.4, 1.1, 4.6, 'near', 'Medium')
) as clusters (cluster_id, centroid_recency, centroid_frequency, centroid_monetary, cluster_label, marketing_tier)
),  __dbt__cte__published_labels as (

-- Fixture for published_labels
select 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('once' as character varying)
 as "cluster_label", 
    
    cast('Low' as character varying)
 as "marketing_tier"
union all
select 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('twice' as character varying)
 as "cluster_label", 
    
    cast('Low' as character varying)
 as "marketing_tier"
union all
select 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('twice' as character varying)
 as "cluster_label", 
    
    cast('Low' as character varying)
 as "marketing_tier"
), customers as (
    select * from __dbt__cte__month_end_scores
),

clusters as (
    select * from __dbt__cte__cluster_model
),

published_labels as (
    select * from __dbt__cte__published_labels
),

scaling as (
    select
        
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from __dbt__cte__cluster_model
    
),

centroids as (
    select
        
        max(case when cluster_id = 1 then centroid_recency end) as recency_1,
        max(case when cluster_id = 1 then centroid_frequency end) as frequency_1,
        max(case when cluster_id = 1 then centroid_monetary end) as monetary_1,
        max(case when cluster_id = 2 then centroid_recency end) as recency_2,
        max(case when cluster_id = 2 then centroid_frequency end) as frequency_2,
        max(case when cluster_id = 2 then centroid_monetary end) as monetary_2,
        max(case when cluster_id = 3 then centroid_recency end) as recency_3,
        max(case when cluster_id = 3 then centroid_frequency end) as frequency_3,
        max(case when cluster_id = 3 then centroid_monetary end) as monetary_3,
        count(*) as clusters
    from __dbt__cte__cluster_model
    
),

metrics_standardised as (
    select
        customers.*,
        coalesce(
        round((cast(round(ln(1 + cast(customers.recency_days as double)), 9) as decimal(18, 9)) - scaling.recency_mean) / nullif(scaling.recency_stddev, 0), 9), 0
    ) as z_recency,
        coalesce(
        round((cast(round(ln(1 + cast(customers.frequency as double)), 9) as decimal(18, 9)) - scaling.frequency_mean) / nullif(scaling.frequency_stddev, 0), 9), 0
    ) as z_frequency,
        coalesce(
        round((cast(round(ln(1 + cast(customers.monetary as double)), 9) as decimal(18, 9)) - scaling.monetary_mean) / nullif(scaling.monetary_stddev, 0), 9), 0
    ) as z_monetary
        
    from customers
    cross join scaling
),

distances_measured as (
    select
        metrics_standardised.*,
        sqrt(
            power(z_recency - centroids.recency_1, 2)
            + power(z_frequency - centroids.frequency_1, 2)
            + power(z_monetary - centroids.monetary_1, 2)
        ) as distance_1,
        sqrt(
            power(z_recency - centroids.recency_2, 2)
            + power(z_frequency - centroids.frequency_2, 2)
            + power(z_monetary - centroids.monetary_2, 2)
        ) as distance_2,
        sqrt(
            power(z_recency - centroids.recency_3, 2)
            + power(z_frequency - centroids.frequency_3, 2)
            + power(z_monetary - centroids.monetary_3, 2)
        ) as distance_3
        
    from metrics_standardised
    cross join centroids
    where centroids.recency_1 is not null
),

nearest_found as (
    select
        distances_measured.*,
        least(distance_1, distance_2, distance_3, null) as centroid_distance
    from distances_measured
),

nearest_named as (
    select
        nearest_found.*,
        case centroid_distance
            when distance_1 then 1
            when distance_2 then 2
            when distance_3 then 3
        end as cluster_id
    from nearest_found
),

next_found as (
    select
        nearest_named.*,
        least(
            case when cluster_id != 1 then distance_1 end,
            case when cluster_id != 2 then distance_2 end,
            case when cluster_id != 3 then distance_3 end,
            null
        ) as next_distance
    from nearest_named
),

clusters_found as (
    select
        next_found.*,
        case
            when cluster_id != 1 and distance_1 = next_distance then 1
            when cluster_id != 2 and distance_2 = next_distance then 2
            when cluster_id != 3 and distance_3 = next_distance then 3
        end as next_cluster_id,
        case
            when next_distance is null then 1
            when next_distance = 0 then 0
            else 1 - centroid_distance / next_distance
        end as assignment_margin
    from next_found
),

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
            and cast(

    (clusters_found.month_end + cast(1 as bigint) * interval 1 day) as date) = published_labels.as_of_date
)

select * from labels_joined
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "month_end", "rfm_segment", "cluster_id", "cluster_label", "marketing_tier", "published_cluster_label", "published_marketing_tier", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('best' as character varying)
 as "rfm_segment", 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('near' as character varying)
 as "cluster_label", 
    
    cast('Medium' as character varying)
 as "marketing_tier", 
    
    cast('once' as character varying)
 as "published_cluster_label", 
    
    cast('Low' as character varying)
 as "published_marketing_tier"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast('middle' as character varying)
 as "rfm_segment", 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('near' as character varying)
 as "cluster_label", 
    
    cast('Medium' as character varying)
 as "marketing_tier", 
    
    cast(null as character varying(256))
 as "published_cluster_label", 
    
    cast(null as character varying(256))
 as "published_marketing_tier"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected