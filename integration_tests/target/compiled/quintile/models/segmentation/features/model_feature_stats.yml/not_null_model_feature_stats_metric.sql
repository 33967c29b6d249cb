
    
    



select metric
from "shop"."main_quintile"."model_feature_stats"
where metric is null


