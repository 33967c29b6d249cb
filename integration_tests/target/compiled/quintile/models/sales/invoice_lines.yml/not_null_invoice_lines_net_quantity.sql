
    
    



select net_quantity
from "shop"."main_quintile"."invoice_lines"
where net_quantity is null


