
    
    



select line_id
from "shop"."main_quintile"."repeated_lines"
where line_id is null


