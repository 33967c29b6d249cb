
-- Fixture for orders
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-01-31 23:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-02-10 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-02-11 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(2 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-03-05 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", cast(null as character varying(256)) as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2012-03-05 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(8 as DECIMAL(18,4))
 as "amount"