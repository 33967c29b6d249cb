
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select cluster_id
from "shop"."main_quintile"."cluster_lifts"
where cluster_id is null



  
  
      
    ) dbt_internal_test