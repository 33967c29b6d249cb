
    
    



select cluster_label
from "shop"."main_quintile"."playbook"
where cluster_label is null


