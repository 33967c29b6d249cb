
-- Fixture for as_of
select 
    
    cast('2011-04-30' as DATE)
 as "as_of_date"