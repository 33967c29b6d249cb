
    
    



select meaning
from "shop"."main_quintile"."non_product_codes"
where meaning is null


