
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select month_end
from "shop"."main_quintile"."month_end_thresholds"
where month_end is null



  
  
      
    ) dbt_internal_test