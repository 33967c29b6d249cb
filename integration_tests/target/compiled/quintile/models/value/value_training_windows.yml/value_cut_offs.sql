
-- Fixture for value_cut_offs
select 
    
    cast('2011-03-01' as DATE)
 as "cut_off", 
    
    cast('2011-08-28' as DATE)
 as "period_end", 
    
    cast(True as BOOLEAN)
 as "is_back_test", 
    
    cast(110 as INTEGER)
 as "history_days", 
    
    cast(180 as INTEGER)
 as "horizon_days", 
    
    cast(45 as INTEGER)
 as "training_days"
union all
select 
    
    cast('2010-12-02' as DATE)
 as "cut_off", 
    
    cast('2010-12-04' as DATE)
 as "period_end", 
    
    cast(False as BOOLEAN)
 as "is_back_test", 
    
    cast(1 as INTEGER)
 as "history_days", 
    
    cast(2 as INTEGER)
 as "horizon_days", 
    
    cast(0 as INTEGER)
 as "training_days"