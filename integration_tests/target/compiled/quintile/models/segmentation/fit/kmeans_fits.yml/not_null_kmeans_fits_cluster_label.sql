
    
    



select cluster_label
from "shop"."main_quintile"."kmeans_fits"
where cluster_label is null


