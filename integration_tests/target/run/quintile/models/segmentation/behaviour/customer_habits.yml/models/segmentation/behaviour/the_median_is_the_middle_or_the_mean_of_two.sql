
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","intervals","median_interval_days", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-01 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-11 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-13 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-02-12 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-08 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-01 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-12 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-01 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-01 02:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-01 01:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
), orders as (
    select * from __dbt__cte__orders
),

orders_paired as (
    select
        customer_id,
        ordered_at,
        lag(ordered_at) over (partition by customer_id order by ordered_at) as ordered_before
    from orders
),

intervals_measured as (
    select
        customer_id,
        cast(
        (date_diff('day', ordered_before::timestamp, ordered_at::timestamp ))
     as integer) as interval_days
    from orders_paired
    where ordered_before is not null
),

intervals_ranked as (
    select
        customer_id,
        interval_days,
        row_number() over (partition by customer_id order by interval_days) as place,
        count(*) over (partition by customer_id) as intervals
    from intervals_measured
),

-- The one in the middle, or the mean of the two; a quantile aggregate would hold all intervals of all customers.
medians_taken as (
    select
        customer_id,
        cast(max(intervals) as integer) as intervals,
        avg(cast(interval_days as double)) as median_interval_days
    from intervals_ranked
    where 2 * place between intervals and intervals + 2
    group by customer_id
)

select * from medians_taken
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "intervals", "median_interval_days", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(3 as INTEGER)
 as "intervals", 
    
    cast(10 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "intervals", 
    
    cast(5.5 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "intervals", 
    
    cast(0 as DOUBLE)
 as "median_interval_days"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected