
-- Fixture for product_matches
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "move_number", 
    
    cast(2 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as BOOLEAN) as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", cast(null as DECIMAL(18,4)) as "purchase_quantity", cast(null as DECIMAL(18,4)) as "purchase_amount", cast(null as DECIMAL(18,4)) as "cancelled_units", cast(null as DECIMAL(18,4)) as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "cancelled_at", cast(null as DECIMAL(19,4)) as "quantity_taken", 
    
    cast(60 as DECIMAL(19,4))
 as "amount_taken"
union all
select cast(null as BIGINT) as "cancellation_line_id", cast(null as BIGINT) as "move_number", 
    
    cast(2 as BIGINT)
 as "purchase_line_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "purchase_invoice_id", cast(null as BOOLEAN) as "is_measured_in_money", cast(null as DECIMAL(38,4)) as "size", cast(null as DECIMAL(38,4)) as "size_so_far", cast(null as DECIMAL(18,4)) as "purchase_quantity", cast(null as DECIMAL(18,4)) as "purchase_amount", cast(null as DECIMAL(18,4)) as "cancelled_units", cast(null as DECIMAL(18,4)) as "cancelled_amount", cast(null as TIMESTAMP) as "purchased_at", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "cancelled_at", cast(null as DECIMAL(19,4)) as "quantity_taken", 
    
    cast(40 as DECIMAL(19,4))
 as "amount_taken"