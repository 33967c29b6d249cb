
-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-01 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('11' as character varying)
 as "invoice_id", 
    
    cast('1' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-09 12:50:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(5.5 as DECIMAL(18,4))
 as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('12' as character varying)
 as "invoice_id", 
    
    cast('2' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-12-01 00:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount"