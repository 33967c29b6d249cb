
-- Fixture for stg_invoice_lines
select 
    
    cast(1 as BIGINT)
 as "line_id", 
    
    cast('CA-10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(6 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(2 as BIGINT)
 as "line_id", 
    
    cast('C11' as character varying)
 as "invoice_id", 
    
    cast(null as character varying(256))
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-2 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-6 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(3 as BIGINT)
 as "line_id", 
    
    cast('C12' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('POST' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(4 as BIGINT)
 as "line_id", 
    
    cast('C13' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(5 as BIGINT)
 as "line_id", 
    
    cast('A14' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(-9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(6 as BIGINT)
 as "line_id", 
    
    cast('15' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(3 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(7 as BIGINT)
 as "line_id", 
    
    cast('16' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(0 as DECIMAL(18,4))
 as "quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(8 as BIGINT)
 as "line_id", 
    
    cast('17' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(9 as BIGINT)
 as "line_id", 
    
    cast('18' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast(null as character varying(256))
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(10 as BIGINT)
 as "line_id", 
    
    cast('19' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(0 as DECIMAL(18,4))
 as "quantity", 
    
    cast(4 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-4 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(11 as BIGINT)
 as "line_id", 
    
    cast('20' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(-9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(12 as BIGINT)
 as "line_id", 
    
    cast('21' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('void' as character varying)
 as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(13 as BIGINT)
 as "line_id", 
    
    cast('21' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('void' as character varying)
 as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(14 as BIGINT)
 as "line_id", 
    
    cast('22' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('refunded' as character varying)
 as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(15 as BIGINT)
 as "line_id", 
    
    cast('22' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('refunded' as character varying)
 as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(16 as BIGINT)
 as "line_id", 
    
    cast('23' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('A' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", 
    
    cast('shipped' as character varying)
 as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(False as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast(17 as BIGINT)
 as "line_id", 
    
    cast('24' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('POST' as character varying)
 as "stock_code", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", 
    
    cast(9 as DECIMAL(18,4))
 as "unit_price", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as BOOLEAN) as "invoice_id_is_given", cast(null as BOOLEAN) as "quantity_is_given", 
    
    cast(True as BOOLEAN)
 as "has_uci_headers", cast(null as TIMESTAMP) as "invoiced_at"