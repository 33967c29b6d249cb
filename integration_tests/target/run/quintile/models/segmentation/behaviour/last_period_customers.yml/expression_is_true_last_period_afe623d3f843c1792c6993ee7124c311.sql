
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."last_period_customers"
where not coalesce(recency_days >= 1 and frequency >= 1, false)

  
  
      
    ) dbt_internal_test