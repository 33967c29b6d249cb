select
  cluster_id, centroid_recency, centroid_frequency, centroid_monetary, cluster_label, marketing_tier,
  0 as recency_mean, 0 as frequency_mean, 0 as monetary_mean,
  1 as recency_stddev, 1 as frequency_stddev, 1 as monetary_stddev
from (values
  (1, 9.0, 9.0, 9.0, 'far', 'High'),
  (2, 2.4, 1.1, 4.6, 'near', 'Medium')
) as clusters (cluster_id, centroid_recency, centroid_frequency, centroid_monetary, cluster_label, marketing_tier)