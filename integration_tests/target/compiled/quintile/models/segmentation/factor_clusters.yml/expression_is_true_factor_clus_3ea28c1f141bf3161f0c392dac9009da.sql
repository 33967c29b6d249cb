
select *
from "shop"."main_quintile"."factor_clusters"
where not coalesce(overall_score = recency_cluster + frequency_cluster + revenue_cluster, false)
