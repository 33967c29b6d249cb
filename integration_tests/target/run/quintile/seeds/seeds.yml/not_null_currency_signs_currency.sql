
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select currency
from "shop"."main_quintile"."currency_signs"
where currency is null



  
  
      
    ) dbt_internal_test