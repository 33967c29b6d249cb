
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select rfm_segment
from "shop"."main_quintile"."rfm_segments"
where rfm_segment is null



  
  
      
    ) dbt_internal_test