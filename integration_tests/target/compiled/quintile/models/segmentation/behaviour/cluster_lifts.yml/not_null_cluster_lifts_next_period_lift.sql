
    
    



select next_period_lift
from "shop"."main_quintile"."cluster_lifts"
where next_period_lift is null


