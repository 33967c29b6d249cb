
    
    



select cluster_id
from "shop"."main_quintile"."cluster_lifts"
where cluster_id is null


