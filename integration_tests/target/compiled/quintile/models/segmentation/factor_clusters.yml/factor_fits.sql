
-- Fixture for factor_fits
select 
    
    cast('recency' as character varying)
 as "factor", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(-200 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('recency' as character varying)
 as "factor", 
    
    cast(0 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(null as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('recency' as character varying)
 as "factor", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(-50 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('frequency' as character varying)
 as "factor", 
    
    cast(0 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(null as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('frequency' as character varying)
 as "factor", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(5 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('frequency' as character varying)
 as "factor", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(20.5 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('revenue' as character varying)
 as "factor", 
    
    cast(0 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(null as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"
union all
select 
    
    cast('revenue' as character varying)
 as "factor", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centre", 
    
    cast(1000 as DOUBLE)
 as "lower_bound", cast(null as BIGINT) as "customers"