
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select next_period_lift
from "shop"."main_quintile"."cluster_lifts"
where next_period_lift is null



  
  
      
    ) dbt_internal_test