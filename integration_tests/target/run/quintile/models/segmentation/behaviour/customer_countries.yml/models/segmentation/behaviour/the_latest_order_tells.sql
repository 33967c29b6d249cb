
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","country", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('Norway' as character varying)
 as "country", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('Ireland' as character varying)
 as "country", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
), orders as (
    select * from __dbt__cte__orders
),

orders_numbered as (
    select
        customer_id,
        country,
        row_number() over (partition by customer_id order by ordered_at desc, invoice_id desc) as orders_back
    from orders
),

latest_kept as (
    select
        customer_id,
        country
    from orders_numbered
    where orders_back = 1
)

select * from latest_kept
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "country", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('Ireland' as character varying)
 as "country"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected