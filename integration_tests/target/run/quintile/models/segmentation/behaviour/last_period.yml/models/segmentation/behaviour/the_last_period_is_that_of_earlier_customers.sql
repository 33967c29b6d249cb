
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "basis","period_start","period_end", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2024-02-20 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2024-04-10' as DATE)
 as "as_of_date"
), customers as (
    select * from __dbt__cte__customer_rfm
),

orders as (
    select * from __dbt__cte__orders
),

as_of as (
    select * from __dbt__cte__as_of
),

period_measured as (
    select
        as_of.as_of_date,
        least(
            90,
            cast(floor(cast(
        (date_diff('day', min(customers.first_ordered_at)::timestamp, as_of.as_of_date::timestamp ))
     as integer) / 2) as integer)
        ) as period_days
    from customers
    cross join as_of
    group by as_of.as_of_date
),

periods_listed as (
    select
        1 as preference,
        'the last period' as basis,
        cast(

    (as_of_date + cast(-(0) - period_days as bigint) * interval 1 day) as date) as period_start,
        cast(

    (as_of_date + cast(-(0) as bigint) * interval 1 day) as date) as period_end
    from period_measured
    where period_days between 28 and 365
    union all
    select
        2 as preference,
        'the same days a year before' as basis,
        cast(

    (as_of_date + cast(-(365) - period_days as bigint) * interval 1 day) as date) as period_start,
        cast(

    (as_of_date + cast(-(365) as bigint) * interval 1 day) as date) as period_end
    from period_measured
    where period_days between 28 and 365
    union all
    select
        3 as preference,
        'the coming days a year before' as basis,
        cast(

    (as_of_date + cast(-(365 - period_days) - period_days as bigint) * interval 1 day) as date) as period_start,
        cast(

    (as_of_date + cast(-(365 - period_days) as bigint) * interval 1 day) as date) as period_end
    from period_measured
    where period_days between 28 and 365
    
    
),

periods_with_buyers as (
    select
        periods_listed.basis,
        periods_listed.period_start,
        periods_listed.period_end,
        row_number() over (order by periods_listed.preference) as place
    from periods_listed
    inner join orders
        on periods_listed.period_start <= orders.ordered_at and periods_listed.period_end > orders.ordered_at
    inner join customers
        on orders.customer_id = customers.customer_id and periods_listed.period_start > customers.first_ordered_at
    where orders.amount > 0
    group by periods_listed.preference, periods_listed.basis, periods_listed.period_start, periods_listed.period_end
),

period_chosen as (
    select
        coalesce(periods_with_buyers.basis, 'past spend') as basis,
        coalesce(periods_with_buyers.period_start, as_of.as_of_date) as period_start,
        coalesce(periods_with_buyers.period_end, as_of.as_of_date) as period_end
    from as_of
    left join periods_with_buyers on periods_with_buyers.place = 1
)

select * from period_chosen
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "basis", "period_start", "period_end", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('the last period' as character varying)
 as "basis", 
    
    cast('2024-02-20' as DATE)
 as "period_start", 
    
    cast('2024-04-10' as DATE)
 as "period_end"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected