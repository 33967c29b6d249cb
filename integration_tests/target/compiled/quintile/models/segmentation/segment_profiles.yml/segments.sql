
-- Fixture for segments
select 
    
    cast('a' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('b' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(2 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('c' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(3 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('d' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(4 as INTEGER)
 as "frequency", 
    
    cast(4 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"
union all
select 
    
    cast('e' as character varying)
 as "customer_id", cast(null as character varying(256)) as "country", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(99 as INTEGER)
 as "recency_days", 
    
    cast(7 as INTEGER)
 as "frequency", 
    
    cast(30 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days", cast(null as DOUBLE) as "usual_interval_days", cast(null as DOUBLE) as "overdue_ratio", cast(null as INTEGER) as "r_score", cast(null as INTEGER) as "f_score", cast(null as INTEGER) as "m_score", cast(null as INTEGER) as "fm_score", cast(null as character varying(256)) as "rfm_code", cast(null as character varying(256)) as "rfm_segment", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "next_cluster_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "recommended_action", cast(null as character varying(256)) as "channel", cast(null as INTEGER) as "priority", cast(null as character varying(256)) as "segment_reason", cast(null as DOUBLE) as "centroid_distance", cast(null as DOUBLE) as "assignment_margin"