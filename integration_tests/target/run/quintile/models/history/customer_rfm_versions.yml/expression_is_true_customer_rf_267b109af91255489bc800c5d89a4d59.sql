
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_rfm_versions"
where not coalesce(valid_from < coalesce(valid_to, valid_from + 1), false)

  
  
      
    ) dbt_internal_test