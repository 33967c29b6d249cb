
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select reason
from "shop"."main_quintile"."model_drift"
where reason is null



  
  
      
    ) dbt_internal_test