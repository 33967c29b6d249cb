
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select sign
from "shop"."main_quintile"."currency_signs"
where sign is null



  
  
      
    ) dbt_internal_test