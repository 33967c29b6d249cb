
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select meaning
from "shop"."main_quintile"."cleaning_steps"
where meaning is null



  
  
      
    ) dbt_internal_test