select
  date '2011-01-31' as fitted_at, cluster_id, centroid as centroid_recency, centroid as centroid_frequency,
  centroid as centroid_monetary, 0 as recency_mean, 0 as frequency_mean, 0 as monetary_mean,
  1 as recency_stddev, 1 as frequency_stddev, 1 as monetary_stddev, cluster_label
from (values (1, 3.0, 'big'), (2, 0.0, 'small')) as fits (cluster_id, centroid, cluster_label)