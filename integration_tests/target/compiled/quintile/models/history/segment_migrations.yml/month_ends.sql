
-- Fixture for month_ends
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", 
    
    cast(7 as INTEGER)
 as "month_number"
union all
select 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as DATE) as "as_of_date", 
    
    cast(8 as INTEGER)
 as "month_number"