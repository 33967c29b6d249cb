
-- Fixture for value_sample
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('a' as character varying)
 as "customer_id"
union all
select 
    
    cast(1 as INTEGER)
 as "window_number", 
    
    cast('b' as character varying)
 as "customer_id"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('c' as character varying)
 as "customer_id"
union all
select 
    
    cast(2 as INTEGER)
 as "window_number", 
    
    cast('d' as character varying)
 as "customer_id"