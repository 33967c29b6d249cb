
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    sign, currency,
    count(*) as rows_found
from "shop"."main_quintile"."currency_signs"
group by sign, currency
having count(*) > 1

  
  
      
    ) dbt_internal_test