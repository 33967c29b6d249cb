with
fits as (
    select * from {{ ref('fit_summaries') }}
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
    from fits
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
