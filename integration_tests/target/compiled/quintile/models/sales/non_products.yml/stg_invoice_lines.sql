
-- Fixture for stg_invoice_lines
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('m' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('M' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('Post' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('Post' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('TESTER' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('gift_0001_10' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", 
    
    cast('GIFTXBOX' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", cast(null as DECIMAL(18,4)) as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", cast(null as DECIMAL(18,4)) as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"