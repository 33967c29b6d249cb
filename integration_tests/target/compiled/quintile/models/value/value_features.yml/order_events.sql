
-- Fixture for order_events
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(5 as DECIMAL(18,4))
 as "units", 
    
    cast(25 as DECIMAL(18,4))
 as "amount", 
    
    cast(25 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
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
    
    cast('2011-01-02 09:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-01-02 09:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('2' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(4 as DECIMAL(18,4))
 as "units", 
    
    cast(20 as DECIMAL(18,4))
 as "amount", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(0 as INTEGER)
 as "order_change", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-05-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
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
 as "amount", 
    
    cast(-20 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
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
    
    cast(7 as DECIMAL(18,4))
 as "amount", 
    
    cast(7 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-10-03 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-10-03 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('4' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(99 as DECIMAL(18,4))
 as "amount", 
    
    cast(99 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2012-01-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(9 as DECIMAL(18,4))
 as "amount", 
    
    cast(9 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('5' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", 
    
    cast(-9 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('6' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", 
    
    cast(3 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('6' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0 as DECIMAL(18,4))
 as "units", 
    
    cast(0 as DECIMAL(18,4))
 as "amount", 
    
    cast(-3 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(-1 as INTEGER)
 as "order_change", 
    
    cast('2011-12-30 00:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2011-12-31 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('7' as character varying)
 as "invoice_id", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(3 as DECIMAL(18,4))
 as "amount", 
    
    cast(3 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2010-12-15 08:00:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2010-12-15 08:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"
union all
select 
    
    cast('8' as character varying)
 as "invoice_id", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(1 as DECIMAL(18,4))
 as "units", 
    
    cast(4 as DECIMAL(18,4))
 as "amount", 
    
    cast(4 as DECIMAL(18,4))
 as "amount_change", 
    
    cast(1 as INTEGER)
 as "order_change", 
    
    cast('2010-12-14 23:59:00' as TIMESTAMP)
 as "ordered_at", 
    
    cast('2010-12-14 23:59:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(null as TIMESTAMP)
 as "replaced_at"