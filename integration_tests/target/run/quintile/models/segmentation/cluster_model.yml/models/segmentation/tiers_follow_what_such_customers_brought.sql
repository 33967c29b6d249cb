
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "n_clusters","cluster_id","marketing_tier","why_this_k", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__kmeans_fits as (

-- Fixture for kmeans_fits
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(3 as INTEGER)
 as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged", cast(null as DOUBLE) as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged", cast(null as DOUBLE) as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged", cast(null as DOUBLE) as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(3 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged", cast(null as DOUBLE) as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(4 as INTEGER)
 as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged", cast(null as DOUBLE) as "next_period_gini"
),  __dbt__cte__cluster_candidates as (

-- Fixture for cluster_candidates
select cast(null as INTEGER) as "fit_id", 
    
    cast(3 as INTEGER)
 as "n_clusters", 
    
    cast(False as BOOLEAN)
 as "is_chosen", 
    
    cast('not chosen' as character varying)
 as "verdict", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "next_period_gini", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged"
union all
select cast(null as INTEGER) as "fit_id", 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(True as BOOLEAN)
 as "is_chosen", 
    
    cast('chosen' as character varying)
 as "verdict", cast(null as DOUBLE) as "smallest_share", cast(null as DOUBLE) as "silhouette", cast(null as DOUBLE) as "silhouette_error", cast(null as DOUBLE) as "next_period_gini", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", cast(null as DOUBLE) as "inertia", cast(null as DOUBLE) as "stability", cast(null as INTEGER) as "iterations", cast(null as BOOLEAN) as "converged"
),  __dbt__cte__cluster_lifts as (

-- Fixture for cluster_lifts
select 
    
    cast(1 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(1.5 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
union all
select 
    
    cast(2 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(1.49 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
union all
select 
    
    cast(3 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(0.5 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
union all
select 
    
    cast(4 as INTEGER)
 as "cluster_id", cast(null as BIGINT) as "next_period_customers", cast(null as DOUBLE) as "next_period_active_share", 
    
    cast(0.49 as DOUBLE)
 as "next_period_lift", cast(null as character varying(256)) as "lift_basis"
), fits as (
    select * from __dbt__cte__kmeans_fits
),

candidates as (
    select * from __dbt__cte__cluster_candidates
),

cluster_lifts as (
    select * from __dbt__cte__cluster_lifts
),

clusters_chosen as (
    select
        fits.fit_id,
        fits.as_of_date,
        fits.n_clusters,
        fits.cluster_id,

        fits.cluster_label,
        fits.playbook_label,
        case
            when cluster_lifts.next_period_lift >= 1.5 then 'High'
            when cluster_lifts.next_period_lift >= 0.5 then 'Medium'
            else 'Low'
        end as marketing_tier,
        candidates.verdict as why_this_k,

        fits.median_silence,
        fits.next_active_share,
        fits.spend_ratio,
        cluster_lifts.next_period_lift,
        cluster_lifts.next_period_active_share,
        cluster_lifts.next_period_customers,
        cluster_lifts.lift_basis,

        fits.centroid_recency,
        fits.recency_mean,
        fits.recency_stddev,
        fits.centroid_frequency,
        fits.frequency_mean,
        fits.frequency_stddev,
        fits.centroid_monetary,
        fits.monetary_mean,
        fits.monetary_stddev
        
    from fits
    inner join candidates on fits.n_clusters = candidates.n_clusters
    inner join cluster_lifts on fits.cluster_id = cluster_lifts.cluster_id
    where candidates.is_chosen
)

select * from clusters_chosen
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "n_clusters", "cluster_id", "marketing_tier", "why_this_k", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(1 as INTEGER)
 as "cluster_id", 
    
    cast('High' as character varying)
 as "marketing_tier", 
    
    cast('chosen' as character varying)
 as "why_this_k"
union all
select 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(2 as INTEGER)
 as "cluster_id", 
    
    cast('Medium' as character varying)
 as "marketing_tier", 
    
    cast('chosen' as character varying)
 as "why_this_k"
union all
select 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(3 as INTEGER)
 as "cluster_id", 
    
    cast('Medium' as character varying)
 as "marketing_tier", 
    
    cast('chosen' as character varying)
 as "why_this_k"
union all
select 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(4 as INTEGER)
 as "cluster_id", 
    
    cast('Low' as character varying)
 as "marketing_tier", 
    
    cast('chosen' as character varying)
 as "why_this_k"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected