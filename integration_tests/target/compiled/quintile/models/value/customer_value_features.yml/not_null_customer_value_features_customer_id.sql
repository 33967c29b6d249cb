
    
    



select customer_id
from "shop"."main_quintile"."customer_value_features"
where customer_id is null


