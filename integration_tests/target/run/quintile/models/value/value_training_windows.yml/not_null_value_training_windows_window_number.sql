
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select window_number
from "shop"."main_quintile"."value_training_windows"
where window_number is null



  
  
      
    ) dbt_internal_test