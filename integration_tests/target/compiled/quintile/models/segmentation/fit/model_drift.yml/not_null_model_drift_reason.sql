
    
    



select reason
from "shop"."main_quintile"."model_drift"
where reason is null


