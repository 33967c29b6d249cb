
    
    



select lower_bound
from "shop"."main_quintile"."month_end_thresholds"
where lower_bound is null


