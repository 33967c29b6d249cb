with
 __dbt__cte__order_events as (

-- Fixture for order_events
select 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2010-10-31 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"
),  __dbt__cte__as_of as (

-- Fixture for as_of
select 
    
    cast('2012-01-01' as DATE)
 as "as_of_date"
), order_events as (
    select * from __dbt__cte__order_events
),

as_of as (
    select * from __dbt__cte__as_of
),

numbers as (
    select
        generate_series as generated_number
    from generate_series(1, 2)
),

data_bounded as (
    select
        min(order_events.ordered_at) as first_ordered_at,
        max(date_trunc('month', as_of.as_of_date)) as month_started_on
    from order_events
    cross join as_of
),

months_counted_back as (
    select
        cast(
            

    (data_bounded.month_started_on + cast(1 - numbers.generated_number as bigint) * interval 1 month) as date
        ) as as_of_date,
        data_bounded.first_ordered_at
    from data_bounded
    cross join numbers
),

months_numbered as (
    select
        cast(

    (as_of_date + cast(-1 as bigint) * interval 1 day) as date) as month_end,
        as_of_date,
        cast(
        (date_diff('month', first_ordered_at::timestamp, as_of_date::timestamp ))
     as integer) as month_number
    from months_counted_back
    where as_of_date > first_ordered_at
)

select * from months_numbered