
    
    



select is_uci_only
from "shop"."main_quintile"."service_codes"
where is_uci_only is null


