
-- Fixture for customer_value
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", cast(null as DECIMAL(18,4)) as "expected_spend", cast(null as DECIMAL(18,4)) as "spend_p10", cast(null as DECIMAL(18,4)) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as DATE) as "next_order_due_on", cast(null as character varying(256)) as "abc_class", 
    
    cast('bg_nbd' as character varying)
 as "value_model", cast(null as character varying(256)) as "why_this_model"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as DOUBLE) as "expected_orders", cast(null as DECIMAL(18,4)) as "expected_spend", cast(null as DECIMAL(18,4)) as "spend_p10", cast(null as DECIMAL(18,4)) as "spend_p90", cast(null as DOUBLE) as "purchase_probability", cast(null as DATE) as "next_order_due_on", cast(null as character varying(256)) as "abc_class", 
    
    cast('bg_nbd' as character varying)
 as "value_model", cast(null as character varying(256)) as "why_this_model"