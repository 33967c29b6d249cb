
-- Fixture for value_cut_offs
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('2011-01-25' as DATE)
 as "period_end", cast(null as BOOLEAN) as "is_back_test", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", cast(null as INTEGER) as "training_days"
union all
select 
    
    cast('2011-02-05' as DATE)
 as "cut_off", 
    
    cast('2011-02-25' as DATE)
 as "period_end", cast(null as BOOLEAN) as "is_back_test", cast(null as INTEGER) as "history_days", cast(null as INTEGER) as "horizon_days", cast(null as INTEGER) as "training_days"