
-- Fixture for order_events
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", 
    
    cast(10 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-11-02 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-11-02 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(5 as DECIMAL(18,4))
 as "amount", 
    
    cast(5 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-31 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-31 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"