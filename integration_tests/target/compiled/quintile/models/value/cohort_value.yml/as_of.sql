
-- Fixture for as_of
select 
    
    cast('2012-04-01' as DATE)
 as "as_of_date"