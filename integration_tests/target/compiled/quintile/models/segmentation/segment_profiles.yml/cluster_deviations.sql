
-- Fixture for cluster_deviations
select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(-1.5 as DOUBLE)
 as "deviation", 
    
    cast(1 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(1.2 as DOUBLE)
 as "deviation", 
    
    cast(2 as INTEGER)
 as "deviation_rank"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(0 as DOUBLE)
 as "deviation", 
    
    cast(1 as INTEGER)
 as "deviation_rank"