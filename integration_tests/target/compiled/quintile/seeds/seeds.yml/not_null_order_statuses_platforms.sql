
    
    



select platforms
from "shop"."main_quintile"."order_statuses"
where platforms is null


