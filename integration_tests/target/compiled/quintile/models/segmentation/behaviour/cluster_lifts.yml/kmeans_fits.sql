select
  n_clusters, cluster_id, spend_ratio, centroid as centroid_recency, centroid as centroid_frequency,
  centroid as centroid_monetary, 0 as recency_mean, 0 as frequency_mean, 0 as monetary_mean,
  1 as recency_stddev, 1 as frequency_stddev, 1 as monetary_stddev
from (
  values (3, 1, 0.0, 0.2), (3, 2, 3.0, 2.0), (3, 3, 9.0, 0.7), (2, 1, 0.0, 1.0), (2, 2, 3.0, 1.0)
) as fits (n_clusters, cluster_id, centroid, spend_ratio)