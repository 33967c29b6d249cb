
-- Fixture for revenue_concentration
select 
    
    cast('2011-06-30' as DATE)
 as "month_end", 
    
    cast(4 as BIGINT)
 as "customers", 
    
    cast(8 as DECIMAL(18,4))
 as "revenue", 
    
    cast(0.5625 as DOUBLE)
 as "gini"