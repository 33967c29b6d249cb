
-- Fixture for as_of
select 
    
    cast('2011-12-31' as DATE)
 as "as_of_date"