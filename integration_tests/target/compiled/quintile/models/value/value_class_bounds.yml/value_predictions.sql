
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