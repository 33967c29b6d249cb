with
 __dbt__cte__segment_outcomes as (

-- Fixture for segment_outcomes
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as BIGINT)
 as "next_orders", 
    
    cast(7 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast(19 as INTEGER)
 as "recency_days", 
    
    cast(19 as INTEGER)
 as "frequency", 
    
    cast(19 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast(19 as INTEGER)
 as "recency_days", 
    
    cast(19 as INTEGER)
 as "frequency", 
    
    cast(19 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as BIGINT)
 as "next_orders", 
    
    cast(9 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast(15 as INTEGER)
 as "recency_days", 
    
    cast(15 as INTEGER)
 as "frequency", 
    
    cast(15 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(2 as BIGINT)
 as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast(25 as INTEGER)
 as "recency_days", 
    
    cast(25 as INTEGER)
 as "frequency", 
    
    cast(25 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
),  __dbt__cte__cut_offs as (

-- Fixture for cut_offs
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", cast(null as DATE) as "period_end", 
    
    cast('2011-01-31' as DATE)
 as "learnt_at", 
    
    cast(False as BOOLEAN)
 as "is_fitted"
union all
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", cast(null as DATE) as "period_end", 
    
    cast(null as DATE)
 as "learnt_at", 
    
    cast(True as BOOLEAN)
 as "is_fitted"
),  __dbt__cte__cut_off_fits as (
select
  date '2011-01-31' as fitted_at, cluster_id, centroid as centroid_recency, centroid as centroid_frequency,
  centroid as centroid_monetary, 0 as recency_mean, 0 as frequency_mean, 0 as monetary_mean,
  1 as recency_stddev, 1 as frequency_stddev, 1 as monetary_stddev, cluster_label
from (values (1, 3.0, 'big'), (2, 0.0, 'small')) as fits (cluster_id, centroid, cluster_label)
), outcomes as (
    select * from __dbt__cte__segment_outcomes
),

cut_offs as (
    select * from __dbt__cte__cut_offs
),

clusters as (
    select * from __dbt__cte__cut_off_fits
),

scaling as (
    select
        fitted_at,
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from __dbt__cte__cut_off_fits
    group by fitted_at
),

centroids as (
    select
        fitted_at,
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
    from __dbt__cte__cut_off_fits
    group by fitted_at
),

fits_applied as (
    select
        month_end as fitted_at,
        month_end
    from cut_offs
    where is_fitted
    union all
    select
        learnt_at as fitted_at,
        month_end
    from cut_offs
    where learnt_at is not null
),

metrics_standardised as (
    select
        scaling.fitted_at,
        outcomes.month_end,
        coalesce(
        round((cast(round(ln(1 + cast(outcomes.recency_days as double)), 9) as decimal(18, 9)) - scaling.recency_mean) / nullif(scaling.recency_stddev, 0), 9), 0
    ) as z_recency,
        coalesce(
        round((cast(round(ln(1 + cast(outcomes.frequency as double)), 9) as decimal(18, 9)) - scaling.frequency_mean) / nullif(scaling.frequency_stddev, 0), 9), 0
    ) as z_frequency,
        coalesce(
        round((cast(round(ln(1 + cast(outcomes.monetary as double)), 9) as decimal(18, 9)) - scaling.monetary_mean) / nullif(scaling.monetary_stddev, 0), 9), 0
    ) as z_monetary,
        outcomes.next_orders,
        outcomes.next_revenue
    from outcomes
    inner join fits_applied on outcomes.month_end = fits_applied.month_end
    inner join scaling on fits_applied.fitted_at = scaling.fitted_at
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
    inner join centroids on metrics_standardised.fitted_at = centroids.fitted_at
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

outcomes_summed as (
    select
        clusters_found.fitted_at,
        clusters_found.month_end,
        clusters.cluster_label,
        count(*) as customers,
        sum(case when clusters_found.next_orders > 0 then 1 else 0 end) as active_customers,
        sum(clusters_found.next_orders) as orders,
        sum(clusters_found.next_revenue) as net_revenue
    from clusters_found
    inner join clusters
        on clusters_found.fitted_at = clusters.fitted_at and clusters_found.cluster_id = clusters.cluster_id
    group by clusters_found.fitted_at, clusters_found.month_end, clusters.cluster_label
)

select * from outcomes_summed