
    
    



select build_number
from "shop"."main_quintile"."model_drift"
where build_number is null


