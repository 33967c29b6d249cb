
    

    create  table
      "shop"."main_quintile"."last_period__dbt_tmp"
  
    
    as (
      with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

orders as (
    select * from "shop"."main_quintile"."orders"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
),

period_measured as (
    select
        as_of.as_of_date,
        least(
            180,
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
    );
    
  