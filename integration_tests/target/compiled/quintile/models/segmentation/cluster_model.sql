with
fits as (
    select * from "shop"."main_quintile"."kmeans_fits"
),

candidates as (
    select * from "shop"."main_quintile"."cluster_candidates"
),

cluster_lifts as (
    select * from "shop"."main_quintile"."cluster_lifts"
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