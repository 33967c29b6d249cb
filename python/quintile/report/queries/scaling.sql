select
    metric,
    log_mean,
    log_stddev
from feature_scaling
order by metric
