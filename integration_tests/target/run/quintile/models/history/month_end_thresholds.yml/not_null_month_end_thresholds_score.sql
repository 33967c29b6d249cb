
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select score
from "shop"."main_quintile"."month_end_thresholds"
where score is null



  
  
      
    ) dbt_internal_test