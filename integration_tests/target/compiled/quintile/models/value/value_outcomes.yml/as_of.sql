
-- Fixture for as_of
select 
    
    cast('2011-03-01' as DATE)
 as "as_of_date"