
    
    



select cut_off
from "shop"."main_quintile"."value_cut_offs"
where cut_off is null


