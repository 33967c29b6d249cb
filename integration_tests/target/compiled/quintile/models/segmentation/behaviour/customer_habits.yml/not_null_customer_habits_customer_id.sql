
    
    



select customer_id
from "shop"."main_quintile"."customer_habits"
where customer_id is null


