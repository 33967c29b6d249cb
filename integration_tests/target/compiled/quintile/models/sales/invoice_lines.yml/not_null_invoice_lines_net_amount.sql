
    
    



select net_amount
from "shop"."main_quintile"."invoice_lines"
where net_amount is null


