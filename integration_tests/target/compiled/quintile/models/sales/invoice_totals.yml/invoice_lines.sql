
-- Fixture for invoice_lines
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(-1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-01 23:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-01 23:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(1 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-02 23:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(1 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-03 23:59:01' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('cancellation' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(-1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-03 12:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(-1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-03 12:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select cast(null as BIGINT) as "line_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "stock_code", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "description", cast(null as character varying(256)) as "country", cast(null as character varying(256)) as "status", 
    
    cast(1 as DECIMAL(18,4))
 as "quantity", cast(null as DECIMAL(18,4)) as "unit_price", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", 
    
    cast(1 as DECIMAL(18,4))
 as "net_quantity", 
    
    cast(1 as DECIMAL(18,4))
 as "net_amount", cast(null as DECIMAL(18,4)) as "unmatched_quantity", 
    
    cast('2024-01-02 12:00:00' as TIMESTAMP)
 as "invoiced_at"