
    
    



select n_clusters
from "shop"."main_quintile"."cluster_candidates"
where n_clusters is null


