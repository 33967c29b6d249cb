
    
    



select kind
from "shop"."main_quintile"."non_product_codes"
where kind is null


