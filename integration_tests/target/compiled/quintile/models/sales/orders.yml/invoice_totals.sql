
-- Fixture for invoice_totals
select 
    
    cast('a/b' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('a' as character varying)
 as "invoice_id", 
    
    cast('b/c' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 09:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(-5 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-01-01 08:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('5%2F' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(2 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(6 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2024-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast('cancellation' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "net_units", cast(null as DECIMAL(18,4)) as "amount", 
    
    cast(0 as DECIMAL(18,4))
 as "net_amount", 
    
    cast(null as BIGINT)
 as "order_number", 
    
    cast('2024-02-02 10:00:00' as TIMESTAMP)
 as "invoiced_at"