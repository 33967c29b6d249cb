
    
    



select counts
from "shop"."main_quintile"."order_statuses"
where counts is null


