with
fits as (
    select * from {{ ref('kmeans_fits') }}
),

fit_in_force as (
    select fit_id
    from {{ ref('model_drift') }}
    order by build_number desc
    limit 1
),

fits_summarised as (
    select
        fits.fit_id,
        fits.n_clusters,
        max(fits.smallest_share) as smallest_share,
        max(fits.silhouette) as silhouette,
        max(fits.davies_bouldin) as davies_bouldin,
        max(fits.calinski_harabasz) as calinski_harabasz,
        max(fits.inertia) as inertia,
        max(fits.stability) as stability,
        max(fits.iterations) as iterations,
        min(cast(fits.converged as integer)) = 1 as converged
    from fits
    inner join fit_in_force on fits.fit_id = fit_in_force.fit_id
    group by fits.fit_id, fits.n_clusters
)

select * from fits_summarised
