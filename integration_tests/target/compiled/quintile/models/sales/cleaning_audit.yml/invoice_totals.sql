
-- Fixture for invoice_totals
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('non_product' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(1 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(2 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(12 as DECIMAL(18,4))
 as "amount", 
    
    cast(10 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(1 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(-4 as DECIMAL(18,4))
 as "amount", 
    
    cast(-3 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"
union all
select 
    
    cast('11' as character varying)
 as "invoice_id", 
    
    cast(null as character varying(256))
 as "customer_id", 
    
    cast('no_customer' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", 
    
    cast(4 as BIGINT)
 as "lines", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", cast(null as BIGINT) as "order_number", cast(null as TIMESTAMP) as "invoiced_at"