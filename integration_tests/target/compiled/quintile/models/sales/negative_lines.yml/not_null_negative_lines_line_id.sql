
    
    



select line_id
from "shop"."main_quintile"."negative_lines"
where line_id is null


