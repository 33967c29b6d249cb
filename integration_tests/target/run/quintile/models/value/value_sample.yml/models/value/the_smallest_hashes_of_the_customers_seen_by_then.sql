
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "window_number","customer_id", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__order_events as (

-- Fixture for order_events
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-03-31 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"
),  __dbt__cte__value_training_windows as (

-- Fixture for value_training_windows
select 
    
    cast(1 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", 
    
    cast(2 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(99 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", 
    
    cast(2 as INTEGER)
 as "most_customers"
union all
select 
    
    cast(100 as INTEGER)
 as "window_number", cast(null as DATE) as "cut_off", cast(null as character varying(256)) as "purpose", 
    
    cast('2011-02-02' as DATE)
 as "as_of_date", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "outcome_days", cast(null as INTEGER) as "season_days", cast(null as DATE) as "outcome_end", 
    
    cast(1 as INTEGER)
 as "most_customers"
), order_events as (
    select * from __dbt__cte__order_events
),

windows as (
    select * from __dbt__cte__value_training_windows
),

customers_hashed as (
    select
        customer_id,
        cast(min(ordered_at) as date) as first_ordered_on,
        md5(customer_id) as customer_hash
    from order_events
    group by customer_id
),

first_days_counted as (
    select
        first_ordered_on,
        count(*) as customers
    from customers_hashed
    group by first_ordered_on
),

windows_sized as (
    select
        windows.window_number,
        windows.as_of_date,
        windows.most_customers,
        sum(first_days_counted.customers) as customers
    from windows
    inner join first_days_counted on windows.as_of_date > first_days_counted.first_ordered_on
    group by windows.window_number, windows.as_of_date, windows.most_customers
),

-- Hashes are evenly spread, so that a share of them, with a margin of six standard deviations, holds the smallest.
highest_hashes_estimated as (
    select
        *,
        lower(lpad(hex(cast(floor(
            4294967295 * least((most_customers + 6 * sqrt(most_customers) + 36) / customers, 1)
        ) as bigint)), 8, '0')) as highest_hash
    from windows_sized
),

customers_drawn as (
    select
        windows.window_number,
        customers_hashed.customer_id,
        windows.most_customers,
        row_number() over (
            partition by windows.window_number order by customers_hashed.customer_hash, customers_hashed.customer_id
        ) as place
    from customers_hashed
    inner join highest_hashes_estimated as windows
        on customers_hashed.first_ordered_on < windows.as_of_date
            and substr(customers_hashed.customer_hash, 1, 8) <= windows.highest_hash
),

sample_cut as (
    select
        window_number,
        customer_id
    from customers_drawn
    where place <= most_customers
)

select * from sample_cut
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "window_number", "customer_id", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id"
union all
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('b' as character varying)
 as "customer_id"
union all
select 
    
    cast(99 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id"
union all
select 
    
    cast(99 as INTEGER)
 as "window_number", 
    
    cast('d' as character varying)
 as "customer_id"
union all
select 
    
    cast(100 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected