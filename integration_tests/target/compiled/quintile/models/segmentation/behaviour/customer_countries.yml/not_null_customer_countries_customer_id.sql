
    
    



select customer_id
from "shop"."main_quintile"."customer_countries"
where customer_id is null


