with
 __dbt__cte__orders as (

-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-01 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('11' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-09 12:50:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(5.5 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('12' as character varying)
 as "invoice_id", 
    
    cast('2' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2011-12-10' as DATE)
 as "as_of_date"
), orders as (
    select * from __dbt__cte__orders
),

as_of as (
    select * from __dbt__cte__as_of
),

orders_totalled as (
    select
        customer_id,
        min(ordered_at) as first_ordered_at,
        max(ordered_at) as last_ordered_at,
        count(*) as frequency,
        sum(amount) as monetary
    from orders
    group by customer_id
),

days_counted as (
    select
        orders_totalled.customer_id,
        orders_totalled.first_ordered_at,
        orders_totalled.last_ordered_at,
        cast(
        (date_diff('day', orders_totalled.last_ordered_at::timestamp, as_of.as_of_date::timestamp ))
     as integer) as recency_days,
        cast(orders_totalled.frequency as integer) as frequency,
        cast(orders_totalled.monetary as decimal(18, 4)) as monetary,
        cast(
        (date_diff('day', orders_totalled.first_ordered_at::timestamp, as_of.as_of_date::timestamp ))
     as integer) as tenure_days
    from orders_totalled
    cross join as_of
)

select * from days_counted