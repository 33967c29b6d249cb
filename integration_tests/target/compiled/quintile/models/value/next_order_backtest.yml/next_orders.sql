
-- Fixture for next_orders
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-01' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(8 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-10' as DATE)
 as "due_on"
union all
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", 
    
    cast('2010-12-01' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(10 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-20' as DATE)
 as "due_on"
union all
select 
    
    cast('2011-01-05' as DATE)
 as "cut_off", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(False as BOOLEAN)
 as "is_now", 
    
    cast('2010-12-01' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(30 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-01-20' as DATE)
 as "due_on"
union all
select 
    
    cast('2011-02-05' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", 
    
    cast('2011-01-12' as DATE)
 as "last_ordered_on", cast(null as INTEGER) as "gaps", 
    
    cast(8 as DOUBLE)
 as "own_gap_days", cast(null as DOUBLE) as "usual_gap_days", 
    
    cast('2011-02-10' as DATE)
 as "due_on"