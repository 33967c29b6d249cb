
    
    



select month_end
from "shop"."main_quintile"."month_end_thresholds"
where month_end is null


