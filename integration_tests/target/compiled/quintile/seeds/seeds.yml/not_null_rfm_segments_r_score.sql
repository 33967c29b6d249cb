
    
    



select r_score
from "shop"."main_quintile"."rfm_segments"
where r_score is null


