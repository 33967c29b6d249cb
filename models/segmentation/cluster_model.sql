{%- set medium_from, high_from = setting('tier_bounds') -%}

with
fits as (
    select * from {{ ref('quintile', 'kmeans_fits') }}
),

candidates as (
    select * from {{ ref('quintile', 'cluster_candidates') }}
),

cluster_lifts as (
    select * from {{ ref('quintile', 'cluster_lifts') }}
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
            when cluster_lifts.next_period_lift >= {{ high_from }} then 'High'
            when cluster_lifts.next_period_lift >= {{ medium_from }} then 'Medium'
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

        {% for metric in rfm_metrics() -%}
        fits.centroid_{{ metric }},
        fits.{{ metric }}_mean,
        fits.{{ metric }}_stddev{{ "," if not loop.last }}
        {% endfor %}
    from fits
    inner join candidates on fits.n_clusters = candidates.n_clusters
    inner join cluster_lifts on fits.cluster_id = cluster_lifts.cluster_id
    where candidates.is_chosen
)

select * from clusters_chosen
