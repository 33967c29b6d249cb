
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select monetary
from "shop"."main_quintile"."spend_shares"
where monetary is null



  
  
      
    ) dbt_internal_test