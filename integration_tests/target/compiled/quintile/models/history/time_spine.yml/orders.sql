
-- Fixture for orders
select cast(null as character varying(256)) as "order_id", 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-29 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"
union all
select cast(null as character varying(256)) as "order_id", 
    
    cast('2' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as character varying(256)) as "country", 
    
    cast('2011-01-03 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount"