
    
    



select factor
from "shop"."main_quintile"."factor_fits"
where factor is null


