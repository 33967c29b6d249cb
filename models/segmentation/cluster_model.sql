with
fits as (
    select * from {{ ref('kmeans_fits') }}
),

candidates as (
    select * from {{ ref('cluster_candidates') }}
),

playbook as (
    select * from {{ ref('segment_playbook') }}
),

clusters_chosen as (
    select
        {% for column in kept_columns() -%}
        fits.{{ column }},
        {% endfor -%}
        playbook.marketing_tier,
        candidates.verdict as why_this_k
    from fits
    inner join candidates on fits.fit_id = candidates.fit_id and fits.n_clusters = candidates.n_clusters
    inner join playbook on fits.cluster_label = playbook.cluster_label
    where candidates.is_chosen
)

select * from clusters_chosen
