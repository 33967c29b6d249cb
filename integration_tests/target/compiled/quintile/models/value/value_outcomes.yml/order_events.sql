
-- Fixture for order_events
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(9 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-10 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('1' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(7 as DECIMAL(18,4))
 as "units", 
    
    cast(7 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-10 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('3' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(50 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-03 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", cast(null as DECIMAL(18,4)) as "amount_change", cast(null as INTEGER) as "order_change", 
    
    cast('2011-02-05 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-02-05 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"