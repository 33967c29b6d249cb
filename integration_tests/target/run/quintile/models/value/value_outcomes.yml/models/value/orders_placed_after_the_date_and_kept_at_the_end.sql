
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "window_number","customer_id","actual_orders","actual_spend", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__value_features as (

-- Fixture for value_features
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('2011-03-01' as DATE)
 as "outcome_end", cast(null as INTEGER) as "frequency", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "tenure_days", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "orders_30_days", cast(null as DECIMAL(18,4)) as "monetary_30_days", cast(null as INTEGER) as "orders_90_days", cast(null as DECIMAL(18,4)) as "monetary_90_days", cast(null as INTEGER) as "orders_180_days", cast(null as DECIMAL(18,4)) as "monetary_180_days", cast(null as INTEGER) as "orders_365_days", cast(null as DECIMAL(18,4)) as "monetary_365_days", cast(null as INTEGER) as "year_ago_orders", cast(null as DECIMAL(18,4)) as "year_ago_monetary", cast(null as INTEGER) as "cancelled_orders", cast(null as DECIMAL(18,4)) as "cancelled_monetary"
union all
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('2011-03-01' as DATE)
 as "outcome_end", cast(null as INTEGER) as "frequency", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "tenure_days", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "orders_30_days", cast(null as DECIMAL(18,4)) as "monetary_30_days", cast(null as INTEGER) as "orders_90_days", cast(null as DECIMAL(18,4)) as "monetary_90_days", cast(null as INTEGER) as "orders_180_days", cast(null as DECIMAL(18,4)) as "monetary_180_days", cast(null as INTEGER) as "orders_365_days", cast(null as DECIMAL(18,4)) as "monetary_365_days", cast(null as INTEGER) as "year_ago_orders", cast(null as DECIMAL(18,4)) as "year_ago_monetary", cast(null as INTEGER) as "cancelled_orders", cast(null as DECIMAL(18,4)) as "cancelled_monetary"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", 
    
    cast('2011-03-02' as DATE)
 as "outcome_end", cast(null as INTEGER) as "frequency", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "tenure_days", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "orders_30_days", cast(null as DECIMAL(18,4)) as "monetary_30_days", cast(null as INTEGER) as "orders_90_days", cast(null as DECIMAL(18,4)) as "monetary_90_days", cast(null as INTEGER) as "orders_180_days", cast(null as DECIMAL(18,4)) as "monetary_180_days", cast(null as INTEGER) as "orders_365_days", cast(null as DECIMAL(18,4)) as "monetary_365_days", cast(null as INTEGER) as "year_ago_orders", cast(null as DECIMAL(18,4)) as "year_ago_monetary", cast(null as INTEGER) as "cancelled_orders", cast(null as DECIMAL(18,4)) as "cancelled_monetary"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2011-03-01' as DATE)
 as "as_of_date"
),  __dbt__cte__order_events as (

-- Fixture for order_events
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(9 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-10 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(7 as DECIMAL(18,4))
 as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-10 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(50 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-05 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-05 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
), features as (
    select * from __dbt__cte__value_features
),

as_of as (
    select * from __dbt__cte__as_of
),

order_events as (
    select * from __dbt__cte__order_events
),

outcomes_known as (
    select features.*
    from features
    inner join as_of on features.outcome_end <= as_of.as_of_date
),

-- An order counts as it stood when the window ended: what came later is not waited for.
orders_placed as (
    select
        outcomes_known.window_number,
        outcomes_known.customer_id,
        count(*) as orders,
        sum(order_events.amount) as spend
    from outcomes_known
    inner join order_events
        on outcomes_known.customer_id = order_events.customer_id
            and outcomes_known.as_of_date <= order_events.ordered_at
            and outcomes_known.outcome_end > order_events.changed_at
            and (order_events.replaced_at is null or outcomes_known.outcome_end <= order_events.replaced_at)
    where order_events.units > 0
    group by outcomes_known.window_number, outcomes_known.customer_id
),

outcomes_joined as (
    select
        outcomes_known.window_number,
        outcomes_known.customer_id,
        cast(coalesce(orders_placed.orders, 0) as integer) as actual_orders,
        cast(coalesce(orders_placed.spend, 0) as decimal(18, 4)) as actual_spend
    from outcomes_known
    left join orders_placed
        on outcomes_known.window_number = orders_placed.window_number
            and outcomes_known.customer_id = orders_placed.customer_id
)

select * from outcomes_joined
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "window_number", "customer_id", "actual_orders", "actual_spend", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "actual_orders", 
    
    cast(7 as DECIMAL(18,4))
 as "actual_spend"
union all
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as INTEGER)
 as "actual_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "actual_spend"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected