
    
    



select customer_id
from "shop"."main_quintile"."value_predictions"
where customer_id is null


