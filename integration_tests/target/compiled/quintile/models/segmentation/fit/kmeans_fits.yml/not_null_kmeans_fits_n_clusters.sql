
    
    



select n_clusters
from "shop"."main_quintile"."kmeans_fits"
where n_clusters is null


