
-- Fixture for cluster_features
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(-1 as DOUBLE)
 as "z_recency", 
    
    cast(3 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(0.25 as DOUBLE)
 as "z_recency", 
    
    cast(0.5 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(0.75 as DOUBLE)
 as "z_recency", 
    
    cast(-0.5 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"