
    
    



select line_number
from "shop"."main_quintile"."scored_customers"
where line_number is null


