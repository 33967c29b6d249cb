
-- Fixture for customer_rfm_versions
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "valid_from", 
    
    cast('2011-03-31' as DATE)
 as "valid_to", 
    
    cast('2011-01-31 23:59:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "valid_from", 
    
    cast(null as DATE)
 as "valid_to", 
    
    cast('2011-03-01 00:00:00' as TIMESTAMP)
 as "last_ordered_at", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(15 as DECIMAL(18,4))
 as "monetary"