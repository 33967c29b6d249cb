
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","expected_spend","abc_class","next_order_due_on", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__value_predictions as (

-- Fixture for value_predictions
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(39.99994 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(39.99996 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(20 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(19.9999 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
),  __dbt__cte__value_class_bounds as (

-- Fixture for value_class_bounds
select 
    
    cast(40 as DECIMAL(18,4))
 as "a_from", 
    
    cast(20 as DECIMAL(18,4))
 as "b_from"
),  __dbt__cte__next_orders as (

-- Fixture for next_orders
select cast(null as DATE) as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "last_ordered_on", cast(null as INTEGER) as "gaps", cast(null as DOUBLE) as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2012-01-05' as DATE)
 as "due_on"
union all
select cast(null as DATE) as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", cast(null as DATE) as "last_ordered_on", cast(null as INTEGER) as "gaps", cast(null as DOUBLE) as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-05' as DATE)
 as "due_on"
), predictions as (
    select * from __dbt__cte__value_predictions
),

bounds as (
    select * from __dbt__cte__value_class_bounds
),

next_orders as (
    select * from __dbt__cte__next_orders
    where is_now
),

predictions_typed as (
    select
        customer_id,
        round(expected_orders, 9) as expected_orders,
        cast(round(expected_spend, 4) as decimal(18, 4)) as expected_spend,
        cast(round(spend_p10, 4) as decimal(18, 4)) as spend_p10,
        cast(round(spend_p90, 4) as decimal(18, 4)) as spend_p90,
        round(purchase_probability, 9) as purchase_probability,
        value_model,
        why_this_model
    from predictions
),

classes_assigned as (
    select
        predictions_typed.customer_id,
        predictions_typed.expected_orders,
        predictions_typed.expected_spend,
        predictions_typed.spend_p10,
        predictions_typed.spend_p90,
        predictions_typed.purchase_probability,
        next_orders.due_on as next_order_due_on,
        case
            when predictions_typed.expected_spend >= bounds.a_from then 'A'
            when predictions_typed.expected_spend >= bounds.b_from then 'B'
            else 'C'
        end as abc_class,
        predictions_typed.value_model,
        predictions_typed.why_this_model
    from predictions_typed
    cross join bounds
    left join next_orders on predictions_typed.customer_id = next_orders.customer_id
)

select * from classes_assigned
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "expected_spend", "abc_class", "next_order_due_on", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(39.9999 as DECIMAL(18,4))
 as "expected_spend", 
    
    cast('B' as character varying)
 as "abc_class", 
    
    cast('2012-01-05' as DATE)
 as "next_order_due_on"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(40 as DECIMAL(18,4))
 as "expected_spend", 
    
    cast('A' as character varying)
 as "abc_class", 
    
    cast(null as DATE)
 as "next_order_due_on"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(20 as DECIMAL(18,4))
 as "expected_spend", 
    
    cast('B' as character varying)
 as "abc_class", 
    
    cast(null as DATE)
 as "next_order_due_on"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(19.9999 as DECIMAL(18,4))
 as "expected_spend", 
    
    cast('C' as character varying)
 as "abc_class", 
    
    cast(null as DATE)
 as "next_order_due_on"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected