
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