
-- Fixture for rfm_segments
select 
    
    cast(3 as INTEGER)
 as "r_score", 
    
    cast(2 as INTEGER)
 as "fm_score", 
    
    cast('three two' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(4 as INTEGER)
 as "r_score", 
    
    cast(3 as INTEGER)
 as "fm_score", 
    
    cast('four three' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(5 as INTEGER)
 as "r_score", 
    
    cast(5 as INTEGER)
 as "fm_score", 
    
    cast('five five' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(1 as INTEGER)
 as "r_score", 
    
    cast(1 as INTEGER)
 as "fm_score", 
    
    cast('one one' as character varying)
 as "rfm_segment"