
    
    



select source_file
from "shop"."main_quintile"."scored_customers"
where source_file is null


