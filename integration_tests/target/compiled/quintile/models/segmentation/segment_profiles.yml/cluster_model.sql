
-- Fixture for cluster_model
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", 
    
    cast(0.5 as DOUBLE)
 as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as INTEGER) as "n_clusters", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as character varying(256)) as "cluster_label", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "marketing_tier", cast(null as character varying(256)) as "why_this_k", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "spend_ratio", 
    
    cast(2.5 as DOUBLE)
 as "next_period_lift", cast(null as DOUBLE) as "next_period_active_share", cast(null as BIGINT) as "next_period_customers", cast(null as character varying(256)) as "lift_basis", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "centroid_monetary", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "monetary_stddev"