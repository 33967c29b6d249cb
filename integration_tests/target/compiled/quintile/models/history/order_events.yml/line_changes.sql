
-- Fixture for line_changes
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(3 as DECIMAL(18,4))
 as "units_change", 
    
    cast(6 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(5 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-05 10:01:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(2 as DECIMAL(18,4))
 as "units_change", 
    
    cast(1 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-02-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-3 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-6 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-5 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-05 10:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-2 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-1 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as BIGINT)
 as "order_number", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-03-02 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(9 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(2 as DECIMAL(18,4))
 as "amount_change"
union all
select 
    
    cast('10' as character varying)
 as "invoice_id", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as BIGINT)
 as "order_number", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "purchased_at", 
    
    cast('2011-01-06 00:00:00' as TIMESTAMP)
 as "changed_at", 
    
    cast(-1 as DECIMAL(18,4))
 as "units_change", 
    
    cast(-2 as DECIMAL(18,4))
 as "amount_change"