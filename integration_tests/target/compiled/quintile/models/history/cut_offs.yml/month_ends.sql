
-- Fixture for month_ends
select 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast('2011-02-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast('2011-03-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast('2011-04-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"
union all
select 
    
    cast('2011-04-30' as DATE)
 as "month_end", 
    
    cast('2011-05-01' as DATE)
 as "as_of_date", cast(null as INTEGER) as "month_number"