
    
      
    

    create  table
      "shop"."main_quintile"."customer_rfm__dbt_tmp"
  
  (
    customer_id varchar not null,
    first_ordered_at timestamp not null,
    last_ordered_at timestamp not null,
    recency_days integer not null,
    frequency integer not null,
    monetary decimal(18,4) not null,
    tenure_days integer not null
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."customer_rfm__dbt_tmp" 
  (
    
      
      
      customer_id ,
    
      
      
      first_ordered_at ,
    
      
      
      last_ordered_at ,
    
      
      
      recency_days ,
    
      
      
      frequency ,
    
      
      
      monetary ,
    
      
      
      tenure_days 
    
  )
 (
      
    select customer_id, first_ordered_at, last_ordered_at, recency_days, frequency, monetary, tenure_days
    from (
        with
orders as (
    select * from "shop"."main_quintile"."orders"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
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
    ) as model_subq
    );
  