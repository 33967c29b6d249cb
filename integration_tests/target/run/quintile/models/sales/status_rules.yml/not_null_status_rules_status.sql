
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select status
from "shop"."main_quintile"."status_rules"
where status is null



  
  
      
    ) dbt_internal_test