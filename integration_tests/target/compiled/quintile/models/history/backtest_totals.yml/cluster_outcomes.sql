
-- Fixture for cluster_outcomes
select 
    
    cast('2011-01-31' as DATE)
 as "fitted_at", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('big' as character varying)
 as "cluster_label", 
    
    cast(4 as BIGINT)
 as "customers", 
    
    cast(1 as HUGEINT)
 as "active_customers", 
    
    cast(2 as HUGEINT)
 as "orders", 
    
    cast(9 as DECIMAL(38,4))
 as "net_revenue"