
-- Fixture for order_events
select 
    
    cast('1' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-10-31 23:59:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as DECIMAL(18,4)) as "units", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-12-15 10:00:00' as TIMESTAMP)
 as "ordered_at", cast(null as TIMESTAMP) as "changed_at", cast(null as TIMESTAMP) as "replaced_at"