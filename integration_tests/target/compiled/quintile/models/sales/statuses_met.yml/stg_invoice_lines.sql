
-- Fixture for stg_invoice_lines
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('wc-completed' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('wc-completed' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(5 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('Partially_Refunded' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('PartiallyRefunded' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('Shipped - Returned to Seller' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(2 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('CANCELED' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('eingetroffen' as character varying)
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(4 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast(null as character varying(256))
 as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", cast(null as BOOLEAN) as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"