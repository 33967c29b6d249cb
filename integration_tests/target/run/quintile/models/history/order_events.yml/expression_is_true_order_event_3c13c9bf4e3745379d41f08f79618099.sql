
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."order_events"
where not coalesce(ordered_at <= changed_at and changed_at < coalesce(replaced_at, changed_at + interval 1 day), false)

  
  
      
    ) dbt_internal_test