
-- Fixture for cluster_candidates
select cast(null as INTEGER) as "fit_id", 
    
    cast(3 as INTEGER)
 as "n_clusters", 
    
    cast(True as BOOLEAN)
 as "is_chosen", cast(null as character varying(256)) as "verdict", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "next_period_gini", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged"
union all
select cast(null as INTEGER) as "fit_id", 
    
    cast(2 as INTEGER)
 as "n_clusters", 
    
    cast(False as BOOLEAN)
 as "is_chosen", cast(null as character varying(256)) as "verdict", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "next_period_gini", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged"