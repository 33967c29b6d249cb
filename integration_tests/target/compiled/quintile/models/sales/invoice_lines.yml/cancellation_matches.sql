
-- Fixture for cancellation_matches
select 
    
    cast(3 as BIGINT)
 as "cancellation_line_id", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as TIMESTAMP) as "purchased_at", cast(null as TIMESTAMP) as "cancelled_at", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(4 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(0 as DECIMAL(18,4))
 as "unmatched_quantity"
union all
select 
    
    cast(3 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as TIMESTAMP) as "purchased_at", cast(null as TIMESTAMP) as "cancelled_at", 
    
    cast(4 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(12 as DECIMAL(18,4))
 as "amount_undone", 
    
    cast(0 as DECIMAL(18,4))
 as "unmatched_quantity"