
    

    create  table
      "shop"."main"."playbook_of_the_shop__dbt_tmp"
  
    
    as (
      select
    cluster_label,
    'Ask Ann first. ' || recommended_action as recommended_action,
    channel,
    priority
from "shop"."main_quintile"."segment_playbook"
    );
    
  