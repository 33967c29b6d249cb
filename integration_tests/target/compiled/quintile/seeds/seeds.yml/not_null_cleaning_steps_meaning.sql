
    
    



select meaning
from "shop"."main_quintile"."cleaning_steps"
where meaning is null


