
    
    



select kind
from "shop"."main_quintile"."status_rules"
where kind is null


