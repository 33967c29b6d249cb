
-- Fixture for invoice_totals
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('cancelled_sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(3 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('sale' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2011-03-05 10:00:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('discount' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(1 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2011-03-05 09:59:00' as TIMESTAMP)
 as "invoiced_at"
union all
select 
    
    cast('C1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('cancellation' as character varying)
 as "line_class", cast(null as character varying(256)) as "country", cast(null as BIGINT) as "lines", 
    
    cast(-3 as DECIMAL(18,4))
 as "units", cast(null as DECIMAL(18,4)) as "net_units", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "net_amount", 
    
    cast(null as BIGINT)
 as "order_number", 
    
    cast('2011-02-01 10:00:00' as TIMESTAMP)
 as "invoiced_at"