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

fits_ranked as (
    select
        *,
        row_number() over (
            order by
                qualification desc,
                case when qualification = 3 then silhouette else stability end desc nulls last,
                n_clusters
        ) = 1 as is_chosen
    from fits_qualified
),

verdicts_written as (
    select
        fit_id,
        n_clusters,
        is_chosen,
        {% if setting('n_clusters') == 'auto' -%}
        case
            when
                is_chosen and n_clusters < {{ setting('cluster_range')[0] }}
                then 'chosen: there are too few different customers for more clusters'
            when is_chosen and qualification = 3 then 'chosen: the best silhouette of the fits that qualify'
            when is_chosen then 'chosen: no fit qualifies, and this one comes nearest'
            when qualification = 0 then 'not chosen: the fit did not converge'
            when qualification = 1 then 'not chosen: its smallest cluster is below min_cluster_share'
            when qualification = 2 then 'not chosen: its clusters are less stable than min_stability'
            else 'not chosen: another fit that qualifies has a better silhouette'
        end as verdict,
        {%- else -%}
        'chosen: n_clusters is set' as verdict,
        {%- endif %}
        smallest_share,
        silhouette,
        davies_bouldin,
        calinski_harabasz,
        inertia,
        stability,
        iterations,
        converged
    from fits_ranked
)

select * from verdicts_written
