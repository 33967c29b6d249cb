-- FINDING: On the UCI file, 16% of customers (Active big spenders) bring 65% of net revenue; of customers like the
--   Quiet one-time buyers, 52% ordered in the last 180 days, so that they are not lost.
-- METHOD: Read segment_profiles, with the reason for the number of clusters.
-- CAVEAT: Net of cancellations, products only. Customers of 180 days ago are assigned by recency, frequency and spend
--   only.
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
    segment_profiles.next_period_lift,
    segment_profiles.next_period_active_share,
    cluster_model.why_this_k
from {{ ref('quintile', 'segment_profiles') }} as segment_profiles
inner join {{ ref('quintile', 'cluster_model') }} as cluster_model
    on segment_profiles.cluster_id = cluster_model.cluster_id
order by segment_profiles.cluster_id
