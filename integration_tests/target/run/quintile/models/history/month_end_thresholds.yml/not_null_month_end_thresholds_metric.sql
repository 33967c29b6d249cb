
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select metric
from "shop"."main_quintile"."month_end_thresholds"
where metric is null



  
  
      
    ) dbt_internal_test