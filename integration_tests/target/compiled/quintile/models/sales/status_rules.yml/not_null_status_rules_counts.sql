
    
    



select counts
from "shop"."main_quintile"."status_rules"
where counts is null


