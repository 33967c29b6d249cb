
    
    



select metric
from "shop"."main_quintile"."month_end_thresholds"
where metric is null


