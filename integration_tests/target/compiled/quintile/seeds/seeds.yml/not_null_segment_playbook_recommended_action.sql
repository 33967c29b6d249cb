
    
    



select recommended_action
from "shop"."main_quintile"."segment_playbook"
where recommended_action is null


