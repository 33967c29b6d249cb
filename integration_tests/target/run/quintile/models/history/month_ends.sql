
    

    create  table
      "shop"."main_quintile"."month_ends__dbt_tmp"
  
    
    as (
      with
order_events as (
    select * from "shop"."main_quintile"."order_events"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
),

numbers as (
    select
        generate_series as generated_number
    from generate_series(1, 24)
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
    );
    
  