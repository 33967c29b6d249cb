
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select factor
from "shop"."main_quintile"."factor_fits"
where factor is null



  
  
      
    ) dbt_internal_test