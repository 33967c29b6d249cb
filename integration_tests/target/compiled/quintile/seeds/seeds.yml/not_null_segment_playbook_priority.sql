
    
    



select priority
from "shop"."main_quintile"."segment_playbook"
where priority is null


