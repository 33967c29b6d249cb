
-- Fixture for segment_outcomes
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(10 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Lost' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(10.01 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Lost' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(91 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Lost' as character varying)
 as "rfm_segment", 
    
    cast(2 as BIGINT)
 as "next_orders", 
    
    cast(9 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", 
    
    cast(500 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", 
    
    cast('Champions' as character varying)
 as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"