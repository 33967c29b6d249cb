
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select build_number
from "shop"."main_quintile"."model_drift"
where build_number is null



  
  
      
    ) dbt_internal_test