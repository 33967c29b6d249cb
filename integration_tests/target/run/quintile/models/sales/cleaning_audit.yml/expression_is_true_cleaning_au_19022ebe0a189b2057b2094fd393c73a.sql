
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."cleaning_audit"
where not coalesce(customers_before - customers_removed = customers_after, false)

  
  
      
    ) dbt_internal_test