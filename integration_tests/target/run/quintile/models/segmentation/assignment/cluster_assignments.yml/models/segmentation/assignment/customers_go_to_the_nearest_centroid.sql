
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","cluster_id","next_cluster_id","centroid_distance","assignment_margin", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__cluster_features as (

-- Fixture for cluster_features
select 
    
    cast('near_first' as character varying)
 as "customer_id", 
    
    cast(1 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('halfway' as character varying)
 as "customer_id", 
    
    cast(2 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('on_second' as character varying)
 as "customer_id", 
    
    cast(4 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('nearer_third' as character varying)
 as "customer_id", 
    
    cast(8 as DOUBLE)
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
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", cast(null as DOUBLE) as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", 
    
    cast(4 as DOUBLE)
 as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", 
    
    cast(0 as DOUBLE)
 as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", 
    
    cast(0 as DOUBLE)
 as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(3 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", cast(null as DOUBLE) as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", 
    
    cast(10 as DOUBLE)
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
    from __dbt__cte__cluster_model
    
),

distances_measured as (
    select
        features.*,
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
        
    from features
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
    
    cast('near_first' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast(2 as INTEGER)
 as "next_cluster_id", 
    
    cast(1 as DOUBLE)
 as "centroid_distance", 
    
    cast(0.6666666666666667 as DOUBLE)
 as "assignment_margin"
union all
select 
    
    cast('halfway' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast(2 as INTEGER)
 as "next_cluster_id", 
    
    cast(2 as DOUBLE)
 as "centroid_distance", 
    
    cast(0 as DOUBLE)
 as "assignment_margin"
union all
select 
    
    cast('on_second' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast(1 as INTEGER)
 as "next_cluster_id", 
    
    cast(0 as DOUBLE)
 as "centroid_distance", 
    
    cast(1 as DOUBLE)
 as "assignment_margin"
union all
select 
    
    cast('nearer_third' as character varying)
 as "customer_id", 
    
    cast(3 as INTEGER)
 as "cluster_id", 
    
    cast(2 as INTEGER)
 as "next_cluster_id", 
    
    cast(2 as DOUBLE)
 as "centroid_distance", 
    
    cast(0.5 as DOUBLE)
 as "assignment_margin"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected