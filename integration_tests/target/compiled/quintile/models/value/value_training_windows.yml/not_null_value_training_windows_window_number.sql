
    
    



select window_number
from "shop"."main_quintile"."value_training_windows"
where window_number is null


