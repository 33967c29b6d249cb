
    
    



select is_uci_only
from "shop"."main_quintile"."non_product_codes"
where is_uci_only is null


