
    
    



select cut_off
from "shop"."main_quintile"."value_seasons"
where cut_off is null


