
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select line_class
from "shop"."main_quintile"."invoice_totals"
where line_class is null



  
  
      
    ) dbt_internal_test