
-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(5 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(7 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(30 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"