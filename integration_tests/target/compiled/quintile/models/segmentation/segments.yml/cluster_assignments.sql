
-- Fixture for cluster_assignments
select 
    
    cast('1' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast(2 as INTEGER)
 as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('2' as character varying)
 as "customer_id", 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast(1 as INTEGER)
 as "next_cluster_id", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"