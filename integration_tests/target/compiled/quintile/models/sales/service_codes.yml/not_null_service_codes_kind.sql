
    
    



select kind
from "shop"."main_quintile"."service_codes"
where kind is null


