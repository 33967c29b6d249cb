
    
    



select line_id
from "shop"."main_quintile"."negative_lines_classified"
where line_id is null


