
    
      
    

    create  table
      "shop"."main_quintile"."next_order_backtest__dbt_tmp"
  
  (
    cut_off date not null,
    period_end date not null,
    customers bigint not null,
    median_error_days double not null,
    shop_gap_median_error_days double not null
    
    )
 ;
    
    
    insert into "shop"."main_quintile"."next_order_backtest__dbt_tmp" 
  (
    
      
      
      cut_off ,
    
      
      
      period_end ,
    
      
      
      customers ,
    
      
      
      median_error_days ,
    
      
      
      shop_gap_median_error_days 
    
  )
 (
      
    select cut_off, period_end, customers, median_error_days, shop_gap_median_error_days
    from (
        with
next_orders as (
    select * from "shop"."main_quintile"."next_orders"
    where not is_now
),

cut_offs as (
    select * from "shop"."main_quintile"."value_cut_offs"
),

order_events as (
    select * from "shop"."main_quintile"."order_events"
),

shop_gaps_found as (
    select
        cut_off,
        quantile_cont(cast(own_gap_days as double), 0.5) as shop_gap
    from next_orders
    group by cut_off
),

next_orders_found as (
    select
        next_orders.cut_off,
        next_orders.customer_id,
        cast(min(order_events.ordered_at) as date) as ordered_on
    from next_orders
    inner join cut_offs on next_orders.cut_off = cut_offs.cut_off
    inner join order_events
        on next_orders.customer_id = order_events.customer_id
            and next_orders.cut_off <= order_events.ordered_at
            and cut_offs.period_end > order_events.changed_at
            and (order_events.replaced_at is null or cut_offs.period_end <= order_events.replaced_at)
    where order_events.units > 0
    group by next_orders.cut_off, next_orders.customer_id
),

errors_measured as (
    select
        next_orders.cut_off,
        abs(cast(
        (date_diff('day', next_orders.due_on::timestamp, next_orders_found.ordered_on::timestamp ))
     as integer)) as error_days,
        abs(cast(
        (date_diff('day', greatest(cast(

    (next_orders.last_ordered_on + cast(cast(round(shop_gaps_found.shop_gap) as integer) as bigint) * interval 1 day) as date), next_orders.cut_off)::timestamp, next_orders_found.ordered_on::timestamp ))
     as integer)) as shop_gap_error_days
    from next_orders
    inner join next_orders_found
        on next_orders.cut_off = next_orders_found.cut_off and next_orders.customer_id = next_orders_found.customer_id
    inner join shop_gaps_found on next_orders.cut_off = shop_gaps_found.cut_off
    where next_orders.due_on is not null
),

errors_summed as (
    select
        errors_measured.cut_off,
        cut_offs.period_end,
        count(*) as customers,
        quantile_cont(cast(error_days as double), 0.5) as median_error_days,
        quantile_cont(cast(shop_gap_error_days as double), 0.5) as shop_gap_median_error_days
    from errors_measured
    inner join cut_offs on errors_measured.cut_off = cut_offs.cut_off
    group by errors_measured.cut_off, cut_offs.period_end
)

select * from errors_summed
    ) as model_subq
    );
  