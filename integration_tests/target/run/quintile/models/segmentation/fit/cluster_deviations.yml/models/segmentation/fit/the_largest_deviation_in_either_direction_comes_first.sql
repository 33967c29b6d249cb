
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "cluster_id","metric","deviation","deviation_rank", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__cluster_features as (

-- Fixture for cluster_features
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(-1 as DOUBLE)
 as "z_recency", 
    
    cast(3 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0.25 as DOUBLE)
 as "z_recency", 
    
    cast(0.5 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(0.75 as DOUBLE)
 as "z_recency", 
    
    cast(-0.5 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
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
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as INTEGER) as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
), features as (
    select * from __dbt__cte__cluster_features
),

assignments as (
    select * from __dbt__cte__cluster_assignments
),

-- Sums of decimals are exact, so that neither row order nor threads can move a mean.
features_listed as (
    select
        assignments.cluster_id,
        'recency' as metric,
        cast(features.z_recency as decimal(18, 9)) as feature
    from features
    inner join assignments on features.customer_id = assignments.customer_id
    union all
    select
        assignments.cluster_id,
        'frequency' as metric,
        cast(features.z_frequency as decimal(18, 9)) as feature
    from features
    inner join assignments on features.customer_id = assignments.customer_id
    union all
    select
        assignments.cluster_id,
        'monetary' as metric,
        cast(features.z_monetary as decimal(18, 9)) as feature
    from features
    inner join assignments on features.customer_id = assignments.customer_id
    ),

features_summed as (
    select
        cluster_id,
        metric,
        count(*) as customers,
        sum(feature) as feature_sum
    from features_listed
    group by cluster_id, metric
),

means_compared as (
    select
        cluster_id,
        metric,
        round(
            cast(feature_sum as double) / customers
            - cast(sum(feature_sum) over (partition by metric) as double) / sum(customers) over (partition by metric),
            9
        ) as deviation
    from features_summed
),

deviations_ranked as (
    select
        cluster_id,
        metric,
        deviation,
        cast(
            row_number() over (partition by cluster_id order by abs(deviation) desc, metric) as integer
        ) as deviation_rank
    from means_compared
)

select * from deviations_ranked
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "cluster_id", "metric", "deviation", "deviation_rank", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(2 as DOUBLE)
 as "deviation", 
    
    cast(1 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(-1 as DOUBLE)
 as "deviation", 
    
    cast(2 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(0 as DOUBLE)
 as "deviation", 
    
    cast(3 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(-1 as DOUBLE)
 as "deviation", 
    
    cast(1 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(0.5 as DOUBLE)
 as "deviation", 
    
    cast(2 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(0 as DOUBLE)
 as "deviation", 
    
    cast(3 as INTEGER)
 as "deviation_rank"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected