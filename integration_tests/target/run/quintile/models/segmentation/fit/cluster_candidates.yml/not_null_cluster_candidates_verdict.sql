
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select verdict
from "shop"."main_quintile"."cluster_candidates"
where verdict is null



  
  
      
    ) dbt_internal_test