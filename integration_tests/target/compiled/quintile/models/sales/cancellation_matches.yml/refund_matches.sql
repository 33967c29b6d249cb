
-- Fixture for refund_matches
select 
    
    cast(2 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(1 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", 
    
    cast(True as BOOLEAN)
 as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", 
    
    cast(10 as DECIMAL(18,4))
 as "purchase_quantity", 
    
    cast(50 as DECIMAL(18,4))
 as "purchase_amount", 
    
    cast(1 as DECIMAL(18,4))
 as "cancelled_units", 
    
    cast(20 as DECIMAL(18,4))
 as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(4 as DECIMAL(19,4))
 as "quantity_taken", 
    
    cast(20 as DECIMAL(19,4))
 as "amount_taken"
union all
select 
    
    cast(5 as BIGINT)
 as "cancellation_line_id", 
    
    cast(2 as BIGINT)
 as "move_number", 
    
    cast(4 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", 
    
    cast(True as BOOLEAN)
 as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", 
    
    cast(1 as DECIMAL(18,4))
 as "purchase_quantity", 
    
    cast(2 as DECIMAL(18,4))
 as "purchase_amount", 
    
    cast(1 as DECIMAL(18,4))
 as "cancelled_units", 
    
    cast(8 as DECIMAL(18,4))
 as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-02 10:00:00' as TIMESTAMP)
 as "cancelled_at", 
    
    cast(1 as DECIMAL(19,4))
 as "quantity_taken", 
    
    cast(2 as DECIMAL(19,4))
 as "amount_taken"