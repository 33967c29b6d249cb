
-- Fixture for rfm_thresholds
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(2 as INTEGER)
 as "score", 
    
    cast(-90 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(3 as INTEGER)
 as "score", 
    
    cast(-60 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(4 as INTEGER)
 as "score", 
    
    cast(-30 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(5 as INTEGER)
 as "score", 
    
    cast(-10 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(2 as INTEGER)
 as "score", 
    
    cast(1 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(3 as INTEGER)
 as "score", 
    
    cast(2 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(4 as INTEGER)
 as "score", 
    
    cast(2 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(5 as INTEGER)
 as "score", 
    
    cast(10 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(2 as INTEGER)
 as "score", 
    
    cast(100 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(3 as INTEGER)
 as "score", 
    
    cast(200 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(4 as INTEGER)
 as "score", 
    
    cast(300 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(5 as INTEGER)
 as "score", 
    
    cast(400 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"