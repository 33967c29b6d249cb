select
    cluster_id,
    cluster_label,
    marketing_tier,
    customers,
    next_period_active_share,
    next_period_lift,
    lower_quartile_recency_days,
    median_recency_days,
    upper_quartile_recency_days,
    lower_quartile_frequency,
    median_frequency,
    upper_quartile_frequency,
    lower_quartile_monetary,
    median_monetary,
    upper_quartile_monetary
from segment_profiles
where cluster_label in (select segments.cluster_label from segments)
order by cluster_id
