
-- Fixture for cut_offs
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", cast(null as DATE) as "period_end", 
    
    cast('2011-01-31' as DATE)
 as "learnt_at", 
    
    cast(False as BOOLEAN)
 as "is_fitted"
union all
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", cast(null as DATE) as "period_end", 
    
    cast(null as DATE)
 as "learnt_at", 
    
    cast(True as BOOLEAN)
 as "is_fitted"