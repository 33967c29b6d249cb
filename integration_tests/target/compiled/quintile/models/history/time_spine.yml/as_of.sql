
-- Fixture for as_of
select 
    
    cast('2011-01-04' as DATE)
 as "as_of_date"