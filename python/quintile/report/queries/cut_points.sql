select
    metric,
    score,
    cast(lower_bound as varchar) as lower_bound
from rfm_thresholds
order by metric, score
