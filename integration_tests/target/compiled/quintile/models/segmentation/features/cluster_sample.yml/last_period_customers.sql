
-- Fixture for last_period_customers
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", 
    
    cast(2 as INTEGER)
 as "next_orders", 
    
    cast(10 as DECIMAL(18,4))
 as "next_revenue"