
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "a_from","b_from", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__value_predictions as (

-- Fixture for value_predictions
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(6 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(70 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(10 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(6.00004 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(4 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('f' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(2 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('g' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", 
    
    cast(2 as DOUBLE)
 as "expected_spend", cast(null as DOUBLE) as "spend_p10", cast(null as DOUBLE) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as character varying(256)) as "value_model", cast(null as character varying(256)) as "why_this_model"
), predictions as (
    select * from __dbt__cte__value_predictions
),

-- Equal forecasts are counted first, so that equal customers share a class and the window sorts amounts, not customers.
amounts_counted as (
    select
        cast(round(expected_spend, 4) as decimal(18, 4)) as expected_spend,
        count(*) as customers
    from predictions
    group by cast(round(expected_spend, 4) as decimal(18, 4))
),

amounts_cumulated as (
    select
        expected_spend,
        cast(sum(expected_spend * customers) over () as double) as spend_in_all,
        cast(coalesce(sum(expected_spend * customers) over (
            order by expected_spend desc rows between unbounded preceding and 1 preceding
        ), 0) as double) as spend_above
    from amounts_counted
),

bounds_found as (
    select
        min(case when spend_above < 0.80 * spend_in_all then expected_spend end) as a_from,
        min(case when spend_above < 0.95 * spend_in_all then expected_spend end) as b_from
    from amounts_cumulated
)

select * from bounds_found
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "a_from", "b_from", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(10 as DECIMAL(18,4))
 as "a_from", 
    
    cast(4 as DECIMAL(18,4))
 as "b_from"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected