
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cut_off, is_now, customer_id, ordered_on,
    count(*) as rows_found
from "shop"."main_quintile"."order_gaps"
group by cut_off, is_now, customer_id, ordered_on
having count(*) > 1

  
  
      
    ) dbt_internal_test