
    
    



select line_class
from "shop"."main_quintile"."invoice_totals"
where line_class is null


