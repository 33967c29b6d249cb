
-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-20 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-21 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(4 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-03-05 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-30 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('6' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(1 as DECIMAL(18,4))
 as "amount"