
-- Fixture for customer_rfm
select 
    
    cast('on_the_bounds' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(200 as INTEGER)
 as "recency_days", 
    
    cast(5 as INTEGER)
 as "frequency", 
    
    cast(1000 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('barely_medium' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(49 as INTEGER)
 as "recency_days", 
    
    cast(5 as INTEGER)
 as "frequency", 
    
    cast(1000.0001 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('still_medium' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(50 as INTEGER)
 as "recency_days", 
    
    cast(21 as INTEGER)
 as "frequency", 
    
    cast(9999 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('high' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(300 as INTEGER)
 as "frequency", 
    
    cast(1001 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"