
    
    



select step
from "shop"."main_quintile"."cleaning_steps"
where step is null


