
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","month_end","last_ordered_at","recency_days","frequency","monetary", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__customer_rfm_versions as (

-- Fixture for customer_rfm_versions
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "valid_from", 
    
    cast('2011-03-31' as DATE)
 as "valid_to", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "valid_from", 
    
    cast(null as DATE)
 as "valid_to", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(15 as DECIMAL(18,4))
 as "monetary"
),  __dbt__cte__month_ends as (

-- Fixture for month_ends
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast('2011-03-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('2011-04-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-04-30' as DATE)
 as "month_end", 
    
    cast('2011-05-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
), customer_rfm_versions as (
    select * from __dbt__cte__customer_rfm_versions
),

month_ends as (
    select * from __dbt__cte__month_ends
),

spans_unrolled as (
    select
        customer_rfm_versions.customer_id,
        month_ends.month_end,
        customer_rfm_versions.last_ordered_at,
        cast(
        (date_diff('day', customer_rfm_versions.last_ordered_at::timestamp, month_ends.as_of_date::timestamp ))
     as integer) as recency_days,
        customer_rfm_versions.frequency,
        customer_rfm_versions.monetary
    from customer_rfm_versions
    inner join month_ends
        on customer_rfm_versions.valid_from <= month_ends.month_end
            and (customer_rfm_versions.valid_to is null or customer_rfm_versions.valid_to > month_ends.month_end)
)

select * from spans_unrolled
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "month_end", "last_ordered_at", "recency_days", "frequency", "monetary", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(29 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(31 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(15 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-04-30' as DATE)
 as "month_end", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(61 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(15 as DECIMAL(18,4))
 as "monetary"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected