
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_rfm"
where not coalesce(recency_days >= 1 and tenure_days >= recency_days, false)

  
  
      
    ) dbt_internal_test