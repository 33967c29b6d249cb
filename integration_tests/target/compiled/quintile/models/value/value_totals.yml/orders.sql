
-- Fixture for orders
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-01-10 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(30 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-31 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1000 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-21 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1000 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-20 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(50 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-11 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-10 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1000 as DECIMAL(18,4))
 as "amount"