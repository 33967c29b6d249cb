
-- Fixture for value_class_bounds
select 
    
    cast(40 as DECIMAL(18,4))
 as "a_from", 
    
    cast(20 as DECIMAL(18,4))
 as "b_from"