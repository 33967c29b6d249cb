
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    customer_id, product,
    count(*) as rows_found
from "shop"."main_quintile"."cancelled_products"
group by customer_id, product
having count(*) > 1

  
  
      
    ) dbt_internal_test