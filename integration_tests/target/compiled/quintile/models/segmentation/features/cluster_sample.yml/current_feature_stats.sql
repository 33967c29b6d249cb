
-- Fixture for current_feature_stats
select 
    
    cast(0.693147181 as DOUBLE)
 as "recency_mean", 
    
    cast(0.5 as DOUBLE)
 as "recency_stddev", 
    
    cast(3 as DOUBLE)
 as "frequency_mean", 
    
    cast(0 as DOUBLE)
 as "frequency_stddev", 
    
    cast(-1 as DOUBLE)
 as "monetary_mean", 
    
    cast(2 as DOUBLE)
 as "monetary_stddev", cast(null as BIGINT) as "customers"