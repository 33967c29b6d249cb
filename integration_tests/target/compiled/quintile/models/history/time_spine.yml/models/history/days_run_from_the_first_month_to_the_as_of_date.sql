with
 __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-29 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('2' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2011-01-04' as DATE)
 as "as_of_date"
), orders as (
    select * from __dbt__cte__orders
),

as_of as (
    select * from __dbt__cte__as_of
),

data_bounded as (
    select
        as_of.as_of_date,
        cast(date_trunc('month', min(orders.ordered_at)) as date) as first_day
    from orders
    cross join as_of
    group by as_of.as_of_date
),

days_counted as (
    select
        first_day,
        unnest(generate_series(0, cast(
        (date_diff('day', first_day::timestamp, as_of_date::timestamp ))
     as integer))) as days_later
    from data_bounded
),

days_dated as (
    select cast(

    (first_day + cast(days_later as bigint) * interval 1 day) as date) as date_day
    from days_counted
)

select * from days_dated