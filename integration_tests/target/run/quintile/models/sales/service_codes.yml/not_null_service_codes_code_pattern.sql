
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select code_pattern
from "shop"."main_quintile"."service_codes"
where code_pattern is null



  
  
      
    ) dbt_internal_test