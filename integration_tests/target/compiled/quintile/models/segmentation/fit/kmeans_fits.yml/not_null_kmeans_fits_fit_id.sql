
    
    



select fit_id
from "shop"."main_quintile"."kmeans_fits"
where fit_id is null


