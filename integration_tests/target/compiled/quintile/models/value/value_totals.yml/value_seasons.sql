
-- Fixture for value_seasons
select 
    
    cast('2011-12-11' as DATE)
 as "cut_off", 
    
    cast('2011-12-21' as DATE)
 as "period_end", 
    
    cast(True as BOOLEAN)
 as "is_back_test", 
    
    cast(600 as INTEGER)
 as "history_days", 
    
    cast(10 as INTEGER)
 as "horizon_days", cast(null as INTEGER) as "training_days", 
    
    cast(True as BOOLEAN)
 as "is_season_known", cast(null as DOUBLE) as "order_index", 
    
    cast(3 as DOUBLE)
 as "spend_index"
union all
select 
    
    cast('2012-01-11' as DATE)
 as "cut_off", 
    
    cast('2012-01-21' as DATE)
 as "period_end", 
    
    cast(False as BOOLEAN)
 as "is_back_test", 
    
    cast(640 as INTEGER)
 as "history_days", 
    
    cast(10 as INTEGER)
 as "horizon_days", cast(null as INTEGER) as "training_days", 
    
    cast(True as BOOLEAN)
 as "is_season_known", cast(null as DOUBLE) as "order_index", 
    
    cast(1.2 as DOUBLE)
 as "spend_index"