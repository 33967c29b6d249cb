
-- Fixture for last_period
select 
    
    cast('the last period' as character varying)
 as "basis", cast(null as DATE) as "period_start", cast(null as DATE) as "period_end"