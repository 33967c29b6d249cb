
-- Fixture for order_gaps
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-28' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(10 as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('b' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-28' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(2 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-29' as DATE)
 as "last_ordered_on", 
    
    cast(0 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-02-10' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(2 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('c' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-02-10' as DATE)
 as "last_ordered_on", 
    
    cast(1 as BIGINT)
 as "gaps", 
    
    cast(40 as INTEGER)
 as "gap", 
    
    cast(1 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(null as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(3 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(2 as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(1 as BIGINT)
 as "place"
union all
select 
    
    cast('2011-02-12' as DATE)
 as "cut_off", 
    
    cast('d' as character varying)
 as "customer_id", 
    
    cast(True as BOOLEAN)
 as "is_now", cast(null as DATE) as "ordered_on", cast(null as DATE) as "ordered_before_on", 
    
    cast('2011-01-09' as DATE)
 as "last_ordered_on", 
    
    cast(2 as BIGINT)
 as "gaps", 
    
    cast(6 as INTEGER)
 as "gap", 
    
    cast(2 as BIGINT)
 as "peer_group", 
    
    cast(2 as BIGINT)
 as "place"