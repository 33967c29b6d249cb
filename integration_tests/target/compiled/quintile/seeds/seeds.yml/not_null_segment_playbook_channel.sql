
    
    



select channel
from "shop"."main_quintile"."segment_playbook"
where channel is null


