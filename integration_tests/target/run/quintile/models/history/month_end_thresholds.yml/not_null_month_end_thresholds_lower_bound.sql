
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select lower_bound
from "shop"."main_quintile"."month_end_thresholds"
where lower_bound is null



  
  
      
    ) dbt_internal_test