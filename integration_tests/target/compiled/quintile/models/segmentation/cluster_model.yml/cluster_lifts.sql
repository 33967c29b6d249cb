
-- Fixture for cluster_lifts
select 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(1.5 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(1.49 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
union all
select 
    
    cast(3 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(0.5 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
union all
select 
    
    cast(4 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(0.49 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"