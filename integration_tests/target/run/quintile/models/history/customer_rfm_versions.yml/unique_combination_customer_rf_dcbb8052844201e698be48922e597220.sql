
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    customer_id, valid_from,
    count(*) as rows_found
from "shop"."main_quintile"."customer_rfm_versions"
group by customer_id, valid_from
having count(*) > 1

  
  
      
    ) dbt_internal_test