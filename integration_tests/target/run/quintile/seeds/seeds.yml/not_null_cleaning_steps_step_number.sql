
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select step_number
from "shop"."main_quintile"."cleaning_steps"
where step_number is null



  
  
      
    ) dbt_internal_test