with
fits as (
    select * from {{ ref('quintile', 'kmeans_fits') }}
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
            when smallest_share < {{ setting('min_cluster_share') }} then 1
            when coalesce(stability, -1) < {{ setting('min_stability') }} then 2
            else 3
        end as qualification
    from fits_summarised
),

fits_compared as (
    select
        *,
        qualification = 3 and coalesce(
            silhouette >= first_value(silhouette) over best_first - first_value(silhouette_error) over best_first, false
        ) as is_good,
        coalesce(n_clusters = kept_n_clusters, false) as is_kept
    from fits_qualified
    window best_first as (order by qualification desc, silhouette desc nulls last, n_clusters asc)
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
        {{ verdict_on_k() }} as verdict,
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
