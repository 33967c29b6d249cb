select
    metric,
    log_mean,
    log_stddev
from model_feature_stats
order by metric
