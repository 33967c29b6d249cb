
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select channel
from "shop"."main_quintile"."segment_playbook"
where channel is null



  
  
      
    ) dbt_internal_test