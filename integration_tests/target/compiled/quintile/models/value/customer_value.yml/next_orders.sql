
-- Fixture for next_orders
select cast(null as DATE) as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "last_ordered_on", cast(null as INTEGER) as "gaps", cast(null as DOUBLE) as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2012-01-05' as DATE)
 as "due_on"
union all
select cast(null as DATE) as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", cast(null as DATE) as "last_ordered_on", cast(null as INTEGER) as "gaps", cast(null as DOUBLE) as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-05' as DATE)
 as "due_on"