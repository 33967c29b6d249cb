
-- Fixture for cut_offs
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", 
    
    cast('2011-03-01' as DATE)
 as "period_end", cast(null as DATE) as "learnt_at", cast(null as BOOLEAN) as "is_fitted"