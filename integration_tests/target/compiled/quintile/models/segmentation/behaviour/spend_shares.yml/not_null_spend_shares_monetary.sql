
    
    



select monetary
from "shop"."main_quintile"."spend_shares"
where monetary is null


