
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."cleaning_audit"
where not coalesce(invoices_before - invoices_removed = invoices_after, false)

  
  
      
    ) dbt_internal_test