
    
    



select customer_id
from "shop"."main_quintile"."cluster_assignments"
where customer_id is null


