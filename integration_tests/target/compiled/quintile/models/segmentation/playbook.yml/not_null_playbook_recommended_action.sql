
    
    



select recommended_action
from "shop"."main_quintile"."playbook"
where recommended_action is null


