
-- Fixture for customer_habits
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "intervals", 
    
    cast(1.5 as DOUBLE)
 as "median_interval_days"