
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","recency_cluster","frequency_cluster","revenue_cluster","overall_score","factor_segment", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('on_the_bounds' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(200 as INTEGER)
 as "recency_days", 
    
    cast(5 as INTEGER)
 as "frequency", 
    
    cast(1000 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('barely_medium' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(49 as INTEGER)
 as "recency_days", 
    
    cast(5 as INTEGER)
 as "frequency", 
    
    cast(1000.0001 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('still_medium' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(50 as INTEGER)
 as "recency_days", 
    
    cast(21 as INTEGER)
 as "frequency", 
    
    cast(9999 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('high' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(300 as INTEGER)
 as "frequency", 
    
    cast(1001 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__factor_fits as (

-- Fixture for factor_fits
select 
    
    cast('recency' as character varying)
 as "factor", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(-200 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('recency' as character varying)
 as "factor", 
    
    cast(0 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(null as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('recency' as character varying)
 as "factor", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(-50 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('frequency' as character varying)
 as "factor", 
    
    cast(0 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(null as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('frequency' as character varying)
 as "factor", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(5 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('frequency' as character varying)
 as "factor", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(20.5 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('revenue' as character varying)
 as "factor", 
    
    cast(0 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(null as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('revenue' as character varying)
 as "factor", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(1000 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
), customers as (
    select * from __dbt__cte__customer_rfm
),

factor_fits as (
    select * from __dbt__cte__factor_fits
),

bounds_put_in_one_row as (
    select
        max(
            case when factor = 'recency' and cluster_id = 1 then lower_bound end
        ) as recency_1,
        max(
            case when factor = 'recency' and cluster_id = 2 then lower_bound end
        ) as recency_2,
        max(
            case when factor = 'frequency' and cluster_id = 1 then lower_bound end
        ) as frequency_1,
        max(
            case when factor = 'frequency' and cluster_id = 2 then lower_bound end
        ) as frequency_2,
        max(
            case when factor = 'revenue' and cluster_id = 1 then lower_bound end
        ) as revenue_1,
        max(
            case when factor = 'revenue' and cluster_id = 2 then lower_bound end
        ) as revenue_2,
        count(*) as fits
    from factor_fits
),

factors_assigned as (
    select
        customers.customer_id,
        0
        + case when -customers.recency_days > recency_1 then 1 else 0 end
        + case when -customers.recency_days > recency_2 then 1 else 0 end as recency_cluster,
        0
        + case when customers.frequency > frequency_1 then 1 else 0 end
        + case when customers.frequency > frequency_2 then 1 else 0 end as frequency_cluster,
        0
        + case when customers.monetary > revenue_1 then 1 else 0 end
        + case when customers.monetary > revenue_2 then 1 else 0 end as revenue_cluster
        from customers
    cross join bounds_put_in_one_row
),

scores_summed as (
    select
        *,
        recency_cluster + frequency_cluster + revenue_cluster as overall_score
    from factors_assigned
),

segments_named as (
    select
        *,
        case
            when overall_score >= 5 then 'High'
            when overall_score >= 3 then 'Medium'
            else 'Low'
        end as factor_segment
    from scores_summed
)

select * from segments_named
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "recency_cluster", "frequency_cluster", "revenue_cluster", "overall_score", "factor_segment", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('on_the_bounds' as character varying)
 as "customer_id", 
    
    cast(0 as INTEGER)
 as "recency_cluster", 
    
    cast(0 as INTEGER)
 as "frequency_cluster", 
    
    cast(0 as INTEGER)
 as "revenue_cluster", 
    
    cast(0 as INTEGER)
 as "overall_score", 
    
    cast('Low' as character varying)
 as "factor_segment"
union all
select 
    
    cast('barely_medium' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "recency_cluster", 
    
    cast(0 as INTEGER)
 as "frequency_cluster", 
    
    cast(1 as INTEGER)
 as "revenue_cluster", 
    
    cast(3 as INTEGER)
 as "overall_score", 
    
    cast('Medium' as character varying)
 as "factor_segment"
union all
select 
    
    cast('still_medium' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "recency_cluster", 
    
    cast(2 as INTEGER)
 as "frequency_cluster", 
    
    cast(1 as INTEGER)
 as "revenue_cluster", 
    
    cast(4 as INTEGER)
 as "overall_score", 
    
    cast('Medium' as character varying)
 as "factor_segment"
union all
select 
    
    cast('high' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "recency_cluster", 
    
    cast(2 as INTEGER)
 as "frequency_cluster", 
    
    cast(1 as INTEGER)
 as "revenue_cluster", 
    
    cast(5 as INTEGER)
 as "overall_score", 
    
    cast('High' as character varying)
 as "factor_segment"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected