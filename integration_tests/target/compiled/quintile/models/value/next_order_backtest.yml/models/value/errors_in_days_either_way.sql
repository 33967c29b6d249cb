with
 __dbt__cte__next_orders as (

-- Fixture for next_orders
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-01' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(8 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-10' as DATE)
 as "due_on"
union all
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", 
    
    cast('2010-12-01' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(10 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-20' as DATE)
 as "due_on"
union all
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", 
    
    cast('2010-12-01' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(30 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-20' as DATE)
 as "due_on"
union all
select 
    
    cast('2011-02-05' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-12' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(8 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-02-10' as DATE)
 as "due_on"
),  __dbt__cte__value_cut_offs as (

-- Fixture for value_cut_offs
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('2011-01-25' as DATE)
 as "period_end", cast(null as BOOLEAN) as "is_back_test", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", cast(null as INTEGER) as "training_days"
union all
select 
    
    cast('2011-02-05' as DATE)
 as "cut_off", 
    
    cast('2011-02-25' as DATE)
 as "period_end", cast(null as BOOLEAN) as "is_back_test", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", cast(null as INTEGER) as "training_days"
),  __dbt__cte__order_events as (

-- Fixture for order_events
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-12 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-12 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-13 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-13 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-15 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-15 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-25 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-25 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
), next_orders as (
    select * from __dbt__cte__next_orders
    where not is_now
),

cut_offs as (
    select * from __dbt__cte__value_cut_offs
),

order_events as (
    select * from __dbt__cte__order_events
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