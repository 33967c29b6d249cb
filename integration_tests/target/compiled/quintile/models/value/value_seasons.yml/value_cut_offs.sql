
-- Fixture for value_cut_offs
select 
    
    cast('2012-01-01' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as BOOLEAN) as "is_back_test", 
    
    cast(365 as INTEGER)
 as "history_days", 
    
    cast(73 as INTEGER)
 as "horizon_days", cast(null as INTEGER) as "training_days"
union all
select 
    
    cast('2011-12-31' as DATE)
 as "cut_off", cast(null as DATE) as "period_end", cast(null as BOOLEAN) as "is_back_test", 
    
    cast(364 as INTEGER)
 as "history_days", 
    
    cast(73 as INTEGER)
 as "horizon_days", cast(null as INTEGER) as "training_days"