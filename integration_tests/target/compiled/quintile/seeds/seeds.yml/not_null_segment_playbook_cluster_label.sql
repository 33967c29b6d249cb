
    
    



select cluster_label
from "shop"."main_quintile"."segment_playbook"
where cluster_label is null


