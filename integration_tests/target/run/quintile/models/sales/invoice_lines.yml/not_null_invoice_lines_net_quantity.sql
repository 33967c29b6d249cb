
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select net_quantity
from "shop"."main_quintile"."invoice_lines"
where net_quantity is null



  
  
      
    ) dbt_internal_test