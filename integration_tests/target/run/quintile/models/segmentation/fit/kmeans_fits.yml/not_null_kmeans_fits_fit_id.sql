
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select fit_id
from "shop"."main_quintile"."kmeans_fits"
where fit_id is null



  
  
      
    ) dbt_internal_test