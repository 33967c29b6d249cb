
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","recency_days","frequency","monetary","next_orders","next_revenue", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__order_events as (

-- Fixture for order_events
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as DECIMAL(18,4))
 as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-01-05 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-01-05 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2024-04-02 09:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-01-05 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-04-02 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-02-28 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-02-28 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2024-04-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-04-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-02-01 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-02-01 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2024-02-03 09:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-02-01 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-02-03 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-03-05 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-03-05 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
),  __dbt__cte__last_period as (

-- Fixture for last_period
select 
    
    cast('the last period' as character varying)
 as "basis", 
    
    cast('2024-03-01' as DATE)
 as "period_start", 
    
    cast('2024-04-01' as DATE)
 as "period_end"
), order_events as (
    select * from __dbt__cte__order_events
),

last_period as (
    select * from __dbt__cte__last_period
),

orders_placed_in_time as (
    select
        order_events.customer_id,
        order_events.ordered_at,
        order_events.amount,
        last_period.period_start,
        last_period.basis,
        order_events.changed_at < last_period.period_start
        and coalesce(order_events.replaced_at >= last_period.period_start, true) as stood_before,
        order_events.ordered_at >= last_period.period_start
        and order_events.changed_at < last_period.period_end
        and coalesce(order_events.replaced_at >= last_period.period_end, true) as came_in_the_period
    from order_events
    cross join last_period
    where order_events.units > 0
),

customers_totalled as (
    select
        customer_id,
        cast(
        (date_diff('day', max(case when stood_before then ordered_at end)::timestamp, max(period_start)::timestamp ))
     as integer) as recency_days,
        sum(case when stood_before then 1 else 0 end) as frequency,
        sum(case when stood_before then amount else 0 end) as monetary,
        sum(case when came_in_the_period then 1 else 0 end) as next_orders,
        sum(case when came_in_the_period then amount else 0 end) as next_revenue,
        max(basis) as basis
    from orders_placed_in_time
    group by customer_id
),

customers_kept as (
    select
        customer_id,
        recency_days,
        cast(frequency as integer) as frequency,
        cast(monetary as decimal(18, 4)) as monetary,
        cast(case when basis != 'past spend' then next_orders end as integer) as next_orders,
        cast(case when basis != 'past spend' then next_revenue else monetary end as decimal(18, 4)) as next_revenue
    from customers_totalled
    where frequency > 0
)

select * from customers_kept
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "recency_days", "frequency", "monetary", "next_orders", "next_revenue", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(27 as DECIMAL(18,4))
 as "monetary", 
    
    cast(1 as INTEGER)
 as "next_orders", 
    
    cast(5 as DECIMAL(18,4))
 as "next_revenue"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected