
    
    



select code_pattern
from "shop"."main_quintile"."non_product_codes"
where code_pattern is null


