
-- Fixture for segment_outcomes
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(80 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(3 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(1 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(2 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(5 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-03-31' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(5 as DECIMAL(18,4))
 as "next_revenue"
union all
select cast(null as character varying(256)) as "customer_id", 
    
    cast('2011-04-30' as DATE)
 as "month_end", cast(null as INTEGER) as "recency_days", cast(null as INTEGER) as "frequency", cast(null as DECIMAL(18,4)) as "monetary", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as character varying(256)) as "rfm_segment", cast(null as BIGINT) as "next_orders", 
    
    cast(0 as DECIMAL(18,4))
 as "next_revenue"