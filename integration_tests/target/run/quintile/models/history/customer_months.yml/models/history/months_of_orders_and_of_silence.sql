
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","month_start","orders","revenue","is_repeat","is_churned", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-20 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-21 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(4 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-03-05 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-30 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('6' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2011-04-04' as DATE)
 as "as_of_date"
), orders as (
    select * from __dbt__cte__orders
),

as_of as (
    select * from __dbt__cte__as_of
),

orders_numbered as (
    select
        customer_id,
        ordered_at,
        amount,
        cast(

    (ordered_at + cast(30 as bigint) * interval 1 day) as date) as silent_until,
        row_number() over (partition by customer_id order by ordered_at, invoice_id) as order_number,
        lead(ordered_at) over (partition by customer_id order by ordered_at, invoice_id) as next_ordered_at
    from orders
),

events_stacked as (
    select
        customer_id,
        ordered_at as happened_at,
        1 as orders,
        amount as revenue,
        case when order_number > 1 then 1 else 0 end as repeat_orders,
        0 as silences
    from orders_numbered
    union all
    select
        orders_numbered.customer_id,
        orders_numbered.silent_until as happened_at,
        0 as orders,
        0 as revenue,
        0 as repeat_orders,
        1 as silences
    from orders_numbered
    inner join as_of on orders_numbered.silent_until < as_of.as_of_date
    where orders_numbered.next_ordered_at is null or orders_numbered.next_ordered_at >= orders_numbered.silent_until
),

months_summed as (
    select
        customer_id,
        cast(date_trunc('month', happened_at) as date) as month_start,
        cast(sum(orders) as integer) as orders,
        cast(sum(revenue) as decimal(18, 4)) as revenue,
        sum(repeat_orders) > 0 as is_repeat,
        sum(silences) > 0 as is_churned
    from events_stacked
    group by customer_id, date_trunc('month', happened_at)
)

select * from months_summed
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "month_start", "orders", "revenue", "is_repeat", "is_churned", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-01' as DATE)
 as "month_start", 
    
    cast(2 as INTEGER)
 as "orders", 
    
    cast(7 as DECIMAL(18,4))
 as "revenue", 
    
    cast(True as BOOLEAN)
 as "is_repeat", 
    
    cast(False as BOOLEAN)
 as "is_churned"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-01' as DATE)
 as "month_start", 
    
    cast(0 as INTEGER)
 as "orders", 
    
    cast(0 as DECIMAL(18,4))
 as "revenue", 
    
    cast(False as BOOLEAN)
 as "is_repeat", 
    
    cast(True as BOOLEAN)
 as "is_churned"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-03-01' as DATE)
 as "month_start", 
    
    cast(1 as INTEGER)
 as "orders", 
    
    cast(5 as DECIMAL(18,4))
 as "revenue", 
    
    cast(True as BOOLEAN)
 as "is_repeat", 
    
    cast(False as BOOLEAN)
 as "is_churned"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-01-01' as DATE)
 as "month_start", 
    
    cast(2 as INTEGER)
 as "orders", 
    
    cast(2 as DECIMAL(18,4))
 as "revenue", 
    
    cast(True as BOOLEAN)
 as "is_repeat", 
    
    cast(False as BOOLEAN)
 as "is_churned"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-03-01' as DATE)
 as "month_start", 
    
    cast(1 as INTEGER)
 as "orders", 
    
    cast(1 as DECIMAL(18,4))
 as "revenue", 
    
    cast(True as BOOLEAN)
 as "is_repeat", 
    
    cast(True as BOOLEAN)
 as "is_churned"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected