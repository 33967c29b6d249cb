
-- Fixture for order_events
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2012-01-02 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(30 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-03-14 23:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-14 23:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(10 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-03-15 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-15 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(500 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-01 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-01 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2012-01-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(99 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-05-02 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-05-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(77 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select cast(null as character varying(256)) as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(600 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"