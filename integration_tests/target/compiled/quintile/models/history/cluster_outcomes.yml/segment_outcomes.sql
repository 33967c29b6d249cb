
-- Fixture for segment_outcomes
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as BIGINT)
 as "next_orders", 
    
    cast(7 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
    cast(19 as INTEGER)
 as "recency_days", 
    
    cast(19 as INTEGER)
 as "frequency", 
    
    cast(19 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast(19 as INTEGER)
 as "recency_days", 
    
    cast(19 as INTEGER)
 as "frequency", 
    
    cast(19 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as BIGINT)
 as "next_orders", 
    
    cast(9 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast(15 as INTEGER)
 as "recency_days", 
    
    cast(15 as INTEGER)
 as "frequency", 
    
    cast(15 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(2 as BIGINT)
 as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", 
    
    cast(25 as INTEGER)
 as "recency_days", 
    
    cast(25 as INTEGER)
 as "frequency", 
    
    cast(25 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(0 as BIGINT)
 as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"