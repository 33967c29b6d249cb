
    
    



select line_id
from "shop"."main_quintile"."order_discounts"
where line_id is null


