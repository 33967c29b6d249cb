
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  select
    customer_rfm.customer_id as expected,
    segments.customer_id as found
from "shop"."main_quintile"."customer_rfm" as customer_rfm
full outer join "shop"."main_quintile"."segments" as segments on customer_rfm.customer_id = segments.customer_id
where customer_rfm.customer_id is null or segments.customer_id is null
  
  
      
    ) dbt_internal_test