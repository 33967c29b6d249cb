
    
    



select status
from "shop"."main_quintile"."order_statuses"
where status is null


