
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select cut_off
from "shop"."main_quintile"."value_seasons"
where cut_off is null



  
  
      
    ) dbt_internal_test