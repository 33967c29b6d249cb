select
    cast(median(recency_days) as bigint) as recency_days,
    cast(median(frequency) as bigint) as frequency,
    cast(median(monetary) as decimal(18, 2)) as monetary
from segments
