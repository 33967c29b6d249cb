
    
    



select line_id
from "shop"."main_quintile"."stg_invoice_lines"
where line_id is null


