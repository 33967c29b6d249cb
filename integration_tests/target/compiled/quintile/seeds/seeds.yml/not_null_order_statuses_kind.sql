
    
    



select kind
from "shop"."main_quintile"."order_statuses"
where kind is null


