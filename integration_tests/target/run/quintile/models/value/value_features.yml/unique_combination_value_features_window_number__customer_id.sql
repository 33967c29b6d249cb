
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    window_number, customer_id,
    count(*) as rows_found
from "shop"."main_quintile"."value_features"
group by window_number, customer_id
having count(*) > 1

  
  
      
    ) dbt_internal_test