
-- Fixture for kmeans_fits
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(3 as INTEGER)
 as "n_clusters", cast(null as INTEGER) as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", 
    
    cast(0.2 as DOUBLE)
 as "smallest_share", cast(null as DOUBLE) as "inertia", 
    
    cast(0.34 as DOUBLE)
 as "silhouette", 
    
    cast(0.002 as DOUBLE)
 as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", 
    
    cast(1 as DOUBLE)
 as "stability", cast(null as INTEGER) as "iterations", 
    
    cast(True as BOOLEAN)
 as "converged", 
    
    cast(0.69 as DOUBLE)
 as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(4 as INTEGER)
 as "n_clusters", cast(null as INTEGER) as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", 
    
    cast(0.2 as DOUBLE)
 as "smallest_share", cast(null as DOUBLE) as "inertia", 
    
    cast(0.338 as DOUBLE)
 as "silhouette", 
    
    cast(0.002 as DOUBLE)
 as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", 
    
    cast(1 as DOUBLE)
 as "stability", cast(null as INTEGER) as "iterations", 
    
    cast(True as BOOLEAN)
 as "converged", 
    
    cast(0.72 as DOUBLE)
 as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(5 as INTEGER)
 as "n_clusters", cast(null as INTEGER) as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", 
    
    cast(0.2 as DOUBLE)
 as "smallest_share", cast(null as DOUBLE) as "inertia", 
    
    cast(0.337 as DOUBLE)
 as "silhouette", 
    
    cast(0.002 as DOUBLE)
 as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", 
    
    cast(1 as DOUBLE)
 as "stability", cast(null as INTEGER) as "iterations", 
    
    cast(True as BOOLEAN)
 as "converged", 
    
    cast(0.75 as DOUBLE)
 as "next_period_gini"