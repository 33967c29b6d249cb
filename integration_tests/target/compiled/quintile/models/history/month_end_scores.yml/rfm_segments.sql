
-- Fixture for rfm_segments
select 
    
    cast(5 as INTEGER)
 as "r_score", 
    
    cast(5 as INTEGER)
 as "fm_score", 
    
    cast('best' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(3 as INTEGER)
 as "r_score", 
    
    cast(3 as INTEGER)
 as "fm_score", 
    
    cast('middle' as character varying)
 as "rfm_segment"