
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_habits"
where not coalesce(median_interval_days >= 0 and intervals >= 1, false)

  
  
      
    ) dbt_internal_test