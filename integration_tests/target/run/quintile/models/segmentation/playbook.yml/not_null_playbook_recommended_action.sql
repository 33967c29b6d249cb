
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select recommended_action
from "shop"."main_quintile"."playbook"
where recommended_action is null



  
  
      
    ) dbt_internal_test