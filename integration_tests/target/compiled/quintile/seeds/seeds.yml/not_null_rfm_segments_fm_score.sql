
    
    



select fm_score
from "shop"."main_quintile"."rfm_segments"
where fm_score is null


