
-- Fixture for customer_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2024-01-01 10:00:00' as TIMESTAMP)
 as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "tenure_days"