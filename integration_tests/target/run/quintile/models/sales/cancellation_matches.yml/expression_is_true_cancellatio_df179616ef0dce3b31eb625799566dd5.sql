
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."cancellation_matches"
where not coalesce(purchased_at <= cancelled_at, false)

  
  
      
    ) dbt_internal_test