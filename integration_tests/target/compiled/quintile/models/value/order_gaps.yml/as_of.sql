
-- Fixture for as_of
select 
    
    cast('2011-02-12' as DATE)
 as "as_of_date"