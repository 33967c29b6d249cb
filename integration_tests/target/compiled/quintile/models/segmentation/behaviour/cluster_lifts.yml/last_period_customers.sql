
-- Fixture for last_period_customers
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(0 as INTEGER)
 as "recency_days", 
    
    cast(0 as INTEGER)
 as "frequency", 
    
    cast(0 as DECIMAL(18,4))
 as "monetary", 
    
    cast(1 as INTEGER)
 as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", 
    
    cast(2 as INTEGER)
 as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(2 as DECIMAL(18,4))
 as "monetary", 
    
    cast(0 as INTEGER)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(19 as INTEGER)
 as "recency_days", 
    
    cast(19 as INTEGER)
 as "frequency", 
    
    cast(19 as DECIMAL(18,4))
 as "monetary", 
    
    cast(1 as INTEGER)
 as "next_orders", 
    
    cast(10 as DECIMAL(18,4))
 as "next_revenue"