
-- Fixture for as_of
select 
    
    cast('2024-02-25' as DATE)
 as "as_of_date"