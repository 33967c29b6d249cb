
    
    



select status
from "shop"."main_quintile"."status_rules"
where status is null


