
    
    



select line_id
from "shop"."main_quintile"."invoice_lines"
where line_id is null


