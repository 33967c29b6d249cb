
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "cluster_id","next_period_lift","next_period_active_share","next_period_customers","lift_basis", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__kmeans_fits as (
select
  n_clusters, cluster_id, spend_ratio, centroid as centroid_recency, centroid as centroid_frequency,
  centroid as centroid_monetary, 0 as recency_mean, 0 as frequency_mean, 0 as monetary_mean,
  1 as recency_stddev, 1 as frequency_stddev, 1 as monetary_stddev
from (
  values (3, 1, 0.0, 0.2), (3, 2, 3.0, 2.0), (3, 3, 9.0, 0.7), (2, 1, 0.0, 1.0), (2, 2, 3.0, 1.0)
) as fits (n_clusters, cluster_id, centroid, spend_ratio)
),  __dbt__cte__cluster_candidates as (

-- Fixture for cluster_candidates
select cast(null as INTEGER) as "fit_id", 
    
    cast(3 as INTEGER)
 as "n_clusters", 
    
    cast(True as BOOLEAN)
 as "is_chosen", cast(null as character varying(256)) as "verdict", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "next_period_gini", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged"
union all
select cast(null as INTEGER) as "fit_id", 
    
    cast(2 as INTEGER)
 as "n_clusters", 
    
    cast(False as BOOLEAN)
 as "is_chosen", cast(null as character varying(256)) as "verdict", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "next_period_gini", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged"
),  __dbt__cte__last_period_customers as (

-- Fixture for last_period_customers
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as INTEGER)
 as "recency_days", 
    
    cast(0 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", 
    
    cast(1 as INTEGER)
 as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", 
    
    cast(2 as INTEGER)
 as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(2 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0 as INTEGER)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(19 as INTEGER)
 as "recency_days", 
    
    cast(19 as INTEGER)
 as "frequency", 
    
    cast(19 as DECIMAL(18,4))
 as "monetary", 
    
    cast(1 as INTEGER)
 as "next_orders", 
    
    cast(10 as DECIMAL(18,4))
 as "next_revenue"
),  __dbt__cte__last_period as (

-- Fixture for last_period
select 
    
    cast('the last period' as character varying)
 as "basis", cast(null as DATE) as "period_start", cast(null as DATE) as "period_end"
), fits as (
    select * from __dbt__cte__kmeans_fits
),

candidates as (
    select * from __dbt__cte__cluster_candidates
),

customers as (
    select * from __dbt__cte__last_period_customers
),

last_period as (
    select * from __dbt__cte__last_period
),

clusters as (
    select fits.*
    from fits
    inner join candidates on fits.n_clusters = candidates.n_clusters
    where candidates.is_chosen
),

scaling as (
    select
        
        max(recency_mean) as recency_mean,
        max(recency_stddev) as recency_stddev,
        max(frequency_mean) as frequency_mean,
        max(frequency_stddev) as frequency_stddev,
        max(monetary_mean) as monetary_mean,
        max(monetary_stddev) as monetary_stddev
        
    from clusters
    
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
        max(case when cluster_id = 4 then centroid_recency end) as recency_4,
        max(case when cluster_id = 4 then centroid_frequency end) as frequency_4,
        max(case when cluster_id = 4 then centroid_monetary end) as monetary_4,
        count(*) as clusters
    from clusters
    
),

metrics_standardised as (
    select
        customers.customer_id,
        customers.next_orders,
        customers.next_revenue,
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
        ) as distance_3,
        sqrt(
            power(z_recency - centroids.recency_4, 2)
            + power(z_frequency - centroids.frequency_4, 2)
            + power(z_monetary - centroids.monetary_4, 2)
        ) as distance_4
        
    from metrics_standardised
    cross join centroids
    where centroids.recency_1 is not null
),

nearest_found as (
    select
        distances_measured.*,
        least(distance_1, distance_2, distance_3, distance_4, null) as centroid_distance
    from distances_measured
),

nearest_named as (
    select
        nearest_found.*,
        case centroid_distance
            when distance_1 then 1
            when distance_2 then 2
            when distance_3 then 3
            when distance_4 then 4
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
            case when cluster_id != 4 then distance_4 end,
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
            when cluster_id != 4 and distance_4 = next_distance then 4
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
        cluster_id,
        count(*) as customers,
        count(next_orders) as customers_followed,
        sum(case when next_orders > 0 then 1 else 0 end) as active_customers,
        cast(sum(next_revenue) as double) as revenue
    from clusters_found
    group by cluster_id
),

outcomes_compared as (
    select
        cluster_id,
        customers,
        active_customers / cast(nullif(customers_followed, 0) as double) as active_share,
        revenue / customers / nullif(sum(revenue) over () / sum(customers) over (), 0) as lift
    from outcomes_summed
),

-- Where nobody was like that before the period, as with all new customers of a shop that opens for a season.
gaps_filled as (
    select
        clusters.cluster_id,
        cast(coalesce(outcomes_compared.customers, 0) as bigint) as next_period_customers,
        outcomes_compared.active_share as next_period_active_share,
        coalesce(outcomes_compared.lift, clusters.spend_ratio) as next_period_lift,
        case when outcomes_compared.lift is null then 'past spend' else last_period.basis end as lift_basis
    from clusters
    left join outcomes_compared on clusters.cluster_id = outcomes_compared.cluster_id
    cross join last_period
)

select * from gaps_filled
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "cluster_id", "next_period_lift", "next_period_active_share", "next_period_customers", "lift_basis", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast(0.5 as DOUBLE)
 as "next_period_lift", 
    
    cast(0.6666666666666666 as DOUBLE)
 as "next_period_active_share", 
    
    cast(3 as BIGINT)
 as "next_period_customers", 
    
    cast('the last period' as character varying)
 as "lift_basis"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast(2.5 as DOUBLE)
 as "next_period_lift", 
    
    cast(1 as DOUBLE)
 as "next_period_active_share", 
    
    cast(1 as BIGINT)
 as "next_period_customers", 
    
    cast('the last period' as character varying)
 as "lift_basis"
union all
select 
    
    cast(3 as INTEGER)
 as "cluster_id", 
    
    cast(0.7 as DOUBLE)
 as "next_period_lift", 
    
    cast(null as DOUBLE)
 as "next_period_active_share", 
    
    cast(0 as BIGINT)
 as "next_period_customers", 
    
    cast('past spend' as character varying)
 as "lift_basis"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected