
-- Fixture for month_end_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(5 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(9.99 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(20 as INTEGER)
 as "recency_days", 
    
    cast(6 as INTEGER)
 as "frequency", 
    
    cast(100 as DECIMAL(18,4))
 as "monetary"