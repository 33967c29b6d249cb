
    
    



select rfm_segment
from "shop"."main_quintile"."rfm_segments"
where rfm_segment is null


