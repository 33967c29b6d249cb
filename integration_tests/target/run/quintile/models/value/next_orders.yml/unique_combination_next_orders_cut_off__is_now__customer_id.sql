
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cut_off, is_now, customer_id,
    count(*) as rows_found
from "shop"."main_quintile"."next_orders"
group by cut_off, is_now, customer_id
having count(*) > 1

  
  
      
    ) dbt_internal_test