-- FINDING: On the UCI file, 17% of customers (Champions) bring 67% of net revenue.
-- METHOD: Read segment_profiles beside the reason for the number of clusters.
-- CAVEAT: Net of cancellations, products only; clusters describe the past, they do not predict.
select
    segment_profiles.cluster_id,
    segment_profiles.cluster_label,
    segment_profiles.marketing_tier,
    segment_profiles.customers,
    segment_profiles.customer_share,
    segment_profiles.revenue_share,
    segment_profiles.median_recency_days,
    segment_profiles.median_frequency,
    segment_profiles.median_monetary,
    cluster_model.why_this_k
from {{ ref('segment_profiles') }} as segment_profiles
inner join {{ ref('cluster_model') }} as cluster_model on segment_profiles.cluster_id = cluster_model.cluster_id
order by segment_profiles.cluster_id
