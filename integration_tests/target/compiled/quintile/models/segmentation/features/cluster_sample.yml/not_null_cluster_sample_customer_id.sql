
    
    



select customer_id
from "shop"."main_quintile"."cluster_sample"
where customer_id is null


