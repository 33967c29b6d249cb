
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select is_uci_only
from "shop"."main_quintile"."service_codes"
where is_uci_only is null



  
  
      
    ) dbt_internal_test