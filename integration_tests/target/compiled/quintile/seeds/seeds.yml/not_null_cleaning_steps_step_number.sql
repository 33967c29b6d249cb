
    
    



select step_number
from "shop"."main_quintile"."cleaning_steps"
where step_number is null


