
-- Fixture for rfm_scores
select 
    
    cast('1' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('555' as character varying)
 as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"
union all
select 
    
    cast('2' as character varying)
 as "customer_id", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('111' as character varying)
 as "rfm_code", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_segment"