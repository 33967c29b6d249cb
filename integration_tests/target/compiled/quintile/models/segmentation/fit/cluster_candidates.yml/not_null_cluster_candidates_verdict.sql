
    
    



select verdict
from "shop"."main_quintile"."cluster_candidates"
where verdict is null


