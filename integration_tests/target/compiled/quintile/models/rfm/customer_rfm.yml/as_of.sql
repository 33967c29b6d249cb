
-- Fixture for as_of
select 
    
    cast('2011-12-10' as DATE)
 as "as_of_date"