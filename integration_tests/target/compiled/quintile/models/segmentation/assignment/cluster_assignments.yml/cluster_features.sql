
-- Fixture for cluster_features
select 
    
    cast('near_first' as character varying)
 as "customer_id", 
    
    cast(1 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('halfway' as character varying)
 as "customer_id", 
    
    cast(2 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('on_second' as character varying)
 as "customer_id", 
    
    cast(4 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"
union all
select 
    
    cast('nearer_third' as character varying)
 as "customer_id", 
    
    cast(8 as DOUBLE)
 as "z_recency", 
    
    cast(0 as DOUBLE)
 as "z_frequency", 
    
    cast(0 as DOUBLE)
 as "z_monetary"