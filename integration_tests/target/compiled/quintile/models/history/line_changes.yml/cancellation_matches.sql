
-- Fixture for cancellation_matches
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "purchase_line_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('10' as character varying)
 as "purchase_invoice_id", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-02-01 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(0.3333 as DECIMAL(18,4))
 as "amount_undone", cast(null as DECIMAL(18,4)) as "unmatched_quantity"
union all
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "purchase_line_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('10' as character varying)
 as "purchase_invoice_id", 
    
    cast('2011-03-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-06 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity_undone", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_undone", cast(null as DECIMAL(18,4)) as "unmatched_quantity"