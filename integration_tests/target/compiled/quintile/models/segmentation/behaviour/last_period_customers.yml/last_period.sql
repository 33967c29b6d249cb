
-- Fixture for last_period
select 
    
    cast('past spend' as character varying)
 as "basis", 
    
    cast('2024-03-01' as DATE)
 as "period_start", 
    
    cast('2024-03-01' as DATE)
 as "period_end"