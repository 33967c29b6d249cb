
-- Fixture for month_end_scores
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('Low' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_code", cast(null as INTEGER) as "fm_score", 
    
    cast('Low' as character varying)
 as "rfm_segment"