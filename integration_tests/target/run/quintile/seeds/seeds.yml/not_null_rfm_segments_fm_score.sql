
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select fm_score
from "shop"."main_quintile"."rfm_segments"
where fm_score is null



  
  
      
    ) dbt_internal_test