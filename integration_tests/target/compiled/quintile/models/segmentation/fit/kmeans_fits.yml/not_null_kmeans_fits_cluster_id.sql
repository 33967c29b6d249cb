
    
    



select cluster_id
from "shop"."main_quintile"."kmeans_fits"
where cluster_id is null


