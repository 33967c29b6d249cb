
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "order_id","ordered_at","units","amount", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__invoice_totals as (

-- Fixture for invoice_totals
select 
    
    cast('a/b' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "invoice_id", 
    
    cast('b/c' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 09:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(-5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 08:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(2 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(6 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast('cancellation' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as BIGINT)
 as "order_number", 
    
    cast('2024-02-02 10:00:00' as TIMESTAMP)
 as "invoiced_at"
), invoice_totals as (
    select * from __dbt__cte__invoice_totals
    where order_number is not null
),

-- A cancelled line still tells when the order was placed: no order moves when a part of it is undone.
orders_summed as (
    select
        invoice_id,
        customer_id,
        max(country) as country,
        min(case when line_class != 'discount' then invoiced_at end) as ordered_at,
        cast(sum(net_units) as decimal(18, 4)) as units,
        cast(sum(net_amount) as decimal(18, 4)) as amount
    from invoice_totals
    group by invoice_id, customer_id, order_number
),

orders_kept as (
    select
        invoice_id || '/' || replace(replace(customer_id, '%', '%25'), '/', '%2F')
    || '/' || cast(cast(ordered_at as date) as string) as order_id,
        *
    from orders_summed
    where units > 0
)

select * from orders_kept
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "order_id", "ordered_at", "units", "amount", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a/b/c/2024-01-01' as character varying)
 as "order_id", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount"
union all
select 
    
    cast('a/b%2Fc/2024-01-01' as character varying)
 as "order_id", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount"
union all
select 
    
    cast('1/5%252F/2024-01-01' as character varying)
 as "order_id", 
    
    cast('2024-01-01 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount"
union all
select 
    
    cast('1/5%252F/2024-02-01' as character varying)
 as "order_id", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast(2 as DECIMAL(18,4))
 as "units", 
    
    cast(6 as DECIMAL(18,4))
 as "amount"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected