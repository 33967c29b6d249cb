
-- Fixture for order_events
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2024-02-28 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2024-02-28 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"