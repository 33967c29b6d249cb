
    
    



select code_pattern
from "shop"."main_quintile"."service_codes"
where code_pattern is null


