
-- Fixture for customer_habits
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "intervals", 
    
    cast(7.5 as DOUBLE)
 as "median_interval_days"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "intervals", 
    
    cast(3 as DOUBLE)
 as "median_interval_days"