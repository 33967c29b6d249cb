
    
    



select customer_id
from "shop"."main_quintile"."last_period_customers"
where customer_id is null


