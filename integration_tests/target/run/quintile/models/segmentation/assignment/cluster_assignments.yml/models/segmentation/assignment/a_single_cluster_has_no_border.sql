
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","cluster_id","next_cluster_id","centroid_distance","assignment_margin", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__cluster_features as (

-- Fixture for cluster_features
select 
    
    cast('only' as character varying)
 as "customer_id", 
    
    cast(0 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
),  __dbt__cte__cluster_model as (

-- Fixture for cluster_model
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", cast(null as DOUBLE) as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", 
    
    cast(0 as DOUBLE)
 as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", 
    
    cast(0 as DOUBLE)
 as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", 
    
    cast(0 as DOUBLE)
 as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"
), features as (
    select * from __dbt__cte__cluster_features
),

centroids as (
    select
        
        max(case when cluster_id = 1 then centroid_recency end) as recency_1,
        max(case when cluster_id = 1 then centroid_frequency end) as frequency_1,
        max(case when cluster_id = 1 then centroid_monetary end) as monetary_1,
        count(*) as clusters
    from __dbt__cte__cluster_model
    
),

distances_measured as (
    select
        features.*,
        sqrt(
            power(z_recency - centroids.recency_1, 2)
            + power(z_frequency - centroids.frequency_1, 2)
            + power(z_monetary - centroids.monetary_1, 2)
        ) as distance_1
        
    from features
    cross join centroids
    where centroids.recency_1 is not null
),

nearest_found as (
    select
        distances_measured.*,
        least(distance_1, null) as centroid_distance
    from distances_measured
),

nearest_named as (
    select
        nearest_found.*,
        case centroid_distance
            when distance_1 then 1
        end as cluster_id
    from nearest_found
),

next_found as (
    select
        nearest_named.*,
        least(
            case when cluster_id != 1 then distance_1 end,
            null
        ) as next_distance
    from nearest_named
),

clusters_found as (
    select
        next_found.*,
        case
            when cluster_id != 1 and distance_1 = next_distance then 1
        end as next_cluster_id,
        case
            when next_distance is null then 1
            when next_distance = 0 then 0
            else 1 - centroid_distance / next_distance
        end as assignment_margin
    from next_found
),

columns_chosen as (
    select
        customer_id,
        cluster_id,
        next_cluster_id,
        centroid_distance,
        assignment_margin
    from clusters_found
)

select * from columns_chosen
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "cluster_id", "next_cluster_id", "centroid_distance", "assignment_margin", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('only' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast(null as INTEGER)
 as "next_cluster_id", 
    
    cast(0 as DOUBLE)
 as "centroid_distance", 
    
    cast(1 as DOUBLE)
 as "assignment_margin"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected