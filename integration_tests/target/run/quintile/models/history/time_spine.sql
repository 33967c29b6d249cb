
    

    create  table
      "shop"."main_quintile"."time_spine__dbt_tmp"
  
    
    as (
      with
orders as (
    select * from "shop"."main_quintile"."orders"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
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
    );
    
  