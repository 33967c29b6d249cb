
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "n_clusters","is_chosen","verdict", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__kmeans_fits as (

-- Fixture for kmeans_fits
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(2 as INTEGER)
 as "n_clusters", cast(null as INTEGER) as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", 
    
    cast(0.001 as DOUBLE)
 as "smallest_share", cast(null as DOUBLE) as "inertia", 
    
    cast(0.9 as DOUBLE)
 as "silhouette", 
    
    cast(0.05 as DOUBLE)
 as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", 
    
    cast(1 as DOUBLE)
 as "stability", cast(null as INTEGER) as "iterations", 
    
    cast(True as BOOLEAN)
 as "converged", cast(null as DOUBLE) as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(3 as INTEGER)
 as "n_clusters", cast(null as INTEGER) as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", 
    
    cast(0.2 as DOUBLE)
 as "smallest_share", cast(null as DOUBLE) as "inertia", 
    
    cast(0.3 as DOUBLE)
 as "silhouette", 
    
    cast(0.05 as DOUBLE)
 as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", 
    
    cast(0.7 as DOUBLE)
 as "stability", cast(null as INTEGER) as "iterations", 
    
    cast(True as BOOLEAN)
 as "converged", cast(null as DOUBLE) as "next_period_gini"
union all
select cast(null as INTEGER) as "fit_id", cast(null as DATE) as "as_of_date", cast(null as BIGINT) as "sampled_customers", cast(null as character varying(256)) as "fit_settings", cast(null as INTEGER) as "kept_n_clusters", cast(null as DOUBLE) as "recency_mean", cast(null as DOUBLE) as "frequency_mean", cast(null as DOUBLE) as "monetary_mean", cast(null as DOUBLE) as "recency_stddev", cast(null as DOUBLE) as "frequency_stddev", cast(null as DOUBLE) as "monetary_stddev", cast(null as DOUBLE[]) as "recency_edges", cast(null as DOUBLE[]) as "frequency_edges", cast(null as DOUBLE[]) as "monetary_edges", cast(null as DOUBLE[]) as "recency_shares", cast(null as DOUBLE[]) as "frequency_shares", cast(null as DOUBLE[]) as "monetary_shares", cast(null as VARCHAR[]) as "customer_marks", 
    
    cast(4 as INTEGER)
 as "n_clusters", cast(null as INTEGER) as "cluster_id", cast(null as DOUBLE) as "centroid_recency", cast(null as DOUBLE) as "centroid_frequency", cast(null as DOUBLE) as "centroid_monetary", cast(null as BIGINT) as "customers", cast(null as DOUBLE) as "median_recency_days", cast(null as DOUBLE) as "median_tenure_days", cast(null as DOUBLE) as "median_silence", cast(null as DOUBLE) as "next_active_share", cast(null as DOUBLE) as "median_frequency", cast(null as DOUBLE) as "mean_monetary", cast(null as DOUBLE) as "spend_ratio", cast(null as character varying(256)) as "playbook_label", cast(null as character varying(256)) as "cluster_label", 
    
    cast(0.2 as DOUBLE)
 as "smallest_share", cast(null as DOUBLE) as "inertia", 
    
    cast(0.4 as DOUBLE)
 as "silhouette", 
    
    cast(0.05 as DOUBLE)
 as "silhouette_error", cast(null as DOUBLE) as "davies_bouldin", cast(null as DOUBLE) as "calinski_harabasz", 
    
    cast(0.6 as DOUBLE)
 as "stability", cast(null as INTEGER) as "iterations", 
    
    cast(True as BOOLEAN)
 as "converged", cast(null as DOUBLE) as "next_period_gini"
), fits as (
    select * from __dbt__cte__kmeans_fits
),

fits_summarised as (
    select
        fit_id,
        n_clusters,
        max(kept_n_clusters) as kept_n_clusters,
        max(smallest_share) as smallest_share,
        max(silhouette) as silhouette,
        max(silhouette_error) as silhouette_error,
        max(next_period_gini) as next_period_gini,
        max(davies_bouldin) as davies_bouldin,
        max(calinski_harabasz) as calinski_harabasz,
        max(inertia) as inertia,
        max(stability) as stability,
        max(iterations) as iterations,
        min(cast(converged as integer)) = 1 as converged
    from fits
    group by fit_id, n_clusters
),

fits_qualified as (
    select
        *,
        case
            when not converged then 0
            when smallest_share < 0.02 then 1
            when coalesce(stability, -1) < 0.8 then 2
            else 3
        end as qualification
    from fits_summarised
),

best_silhouette_found as (
    select
        *,
        first_value(silhouette) over best_first - first_value(silhouette_error) over best_first as good_silhouette
    from fits_qualified
    window best_first as (order by qualification desc, silhouette desc nulls last, n_clusters asc)
),

fits_compared as (
    select
        *,
        qualification = 3 and coalesce(silhouette >= good_silhouette, false) as is_good,
        coalesce(n_clusters = kept_n_clusters, false) as is_kept
    from best_silhouette_found
),

fits_ranked as (
    select
        *,
        sum(case when is_good then 1 else 0 end) over () as good_fits,
        max(case when is_good and is_kept then 1 else 0 end) over () = 1 as kept_is_good,
        row_number() over (
            order by
                qualification desc,
                is_good desc,
                case when is_good and is_kept then 1 else 0 end desc,
                case when is_good then next_period_gini end desc nulls last,
                case when is_good then n_clusters end desc nulls last,
                stability desc nulls last,
                n_clusters asc
        ) = 1 as is_chosen
    from fits_compared
),

verdicts_written as (
    select
        fit_id,
        n_clusters,
        is_chosen,
        case
        when is_chosen and n_clusters < 2
            then 'chosen: there are too few different customers for more clusters'
        when is_chosen and qualification < 3 then 'chosen: no fit qualifies, and this one comes nearest'
        when is_chosen and is_kept and is_good
            then 'chosen: kept, for no other number of clusters has a silhouette better by more than a standard error'
        when is_chosen and good_fits < 2
            then 'chosen: the best silhouette of the fits that qualify, by more than a standard error'
        when is_chosen and next_period_gini is null
            then 'chosen: the most clusters with a silhouette within a standard error of the best'
        when is_chosen
            then 'chosen: of the silhouettes within a standard error of the best, its clusters rank the revenue of the '
                || 'next period best'
        when qualification = 0 then 'not chosen: the fit did not converge'
        when qualification = 1 then 'not chosen: its smallest cluster is below min_cluster_share'
        when qualification = 2 then 'not chosen: its clusters are less stable than min_stability'
        when is_good and kept_is_good
            then 'not chosen: its silhouette is not better than that of the kept number of clusters by more than a '
                || 'standard error'
        when is_good and next_period_gini is null
            then 'not chosen: its silhouette is within a standard error of the best, but another has more clusters'
        when is_good
            then 'not chosen: its silhouette is within a standard error of the best, but its clusters rank the revenue '
                || 'of the next period less well'
        else 'not chosen: another fit that qualifies has a silhouette better by more than a standard error'
    end as verdict,
        smallest_share,
        silhouette,
        silhouette_error,
        next_period_gini,
        davies_bouldin,
        calinski_harabasz,
        inertia,
        stability,
        iterations,
        converged
    from fits_ranked
)

select * from verdicts_written
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "n_clusters", "is_chosen", "verdict", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast(2 as INTEGER)
 as "n_clusters", 
    
    cast(False as BOOLEAN)
 as "is_chosen", 
    
    cast('not chosen: its smallest cluster is below min_cluster_share' as character varying)
 as "verdict"
union all
select 
    
    cast(3 as INTEGER)
 as "n_clusters", 
    
    cast(True as BOOLEAN)
 as "is_chosen", 
    
    cast('chosen: no fit qualifies, and this one comes nearest' as character varying)
 as "verdict"
union all
select 
    
    cast(4 as INTEGER)
 as "n_clusters", 
    
    cast(False as BOOLEAN)
 as "is_chosen", 
    
    cast('not chosen: its clusters are less stable than min_stability' as character varying)
 as "verdict"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected