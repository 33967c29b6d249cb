
    
    



select line_class
from "shop"."main_quintile"."invoice_lines"
where line_class is null


