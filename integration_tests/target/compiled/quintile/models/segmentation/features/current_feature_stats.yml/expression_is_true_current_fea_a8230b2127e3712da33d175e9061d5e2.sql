
select *
from "shop"."main_quintile"."current_feature_stats"
where not coalesce(customers = 0 or (recency_stddev >= 0 and frequency_stddev >= 0 and monetary_stddev >= 0), false)
