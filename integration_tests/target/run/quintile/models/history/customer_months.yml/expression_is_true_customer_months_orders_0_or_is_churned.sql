
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_months"
where not coalesce(orders > 0 or is_churned, false)

  
  
      
    ) dbt_internal_test