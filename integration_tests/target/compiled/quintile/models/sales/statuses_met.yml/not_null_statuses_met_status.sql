
    
    



select status
from "shop"."main_quintile"."statuses_met"
where status is null


