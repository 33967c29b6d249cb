
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "monetary","share_below","share_above", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(30 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
), customers as (
    select * from __dbt__cte__customer_rfm
),

-- Equal spend is counted first: a window over customers would sort them all in one place.
spend_counted as (
    select
        monetary,
        count(*) as customers
    from customers
    group by monetary
),

spend_accumulated as (
    select
        monetary,
        customers,
        sum(customers) over (order by monetary rows between unbounded preceding and current row) as customers_up_to,
        sum(customers) over () as customers_in_all
    from spend_counted
),

shares_computed as (
    select
        monetary,
        (customers_up_to - customers) / cast(customers_in_all as double) as share_below,
        (customers_in_all - customers_up_to) / cast(customers_in_all as double) as share_above
    from spend_accumulated
)

select * from shares_computed
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "monetary", "share_below", "share_above", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0 as DOUBLE)
 as "share_below", 
    
    cast(0.75 as DOUBLE)
 as "share_above"
union all
select 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0.25 as DOUBLE)
 as "share_below", 
    
    cast(0.25 as DOUBLE)
 as "share_above"
union all
select 
    
    cast(30 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0.75 as DOUBLE)
 as "share_below", 
    
    cast(0 as DOUBLE)
 as "share_above"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected