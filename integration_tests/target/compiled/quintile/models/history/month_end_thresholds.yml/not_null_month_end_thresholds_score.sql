
    
    



select score
from "shop"."main_quintile"."month_end_thresholds"
where score is null


