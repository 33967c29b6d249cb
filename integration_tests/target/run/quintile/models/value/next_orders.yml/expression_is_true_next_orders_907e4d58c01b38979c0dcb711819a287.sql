
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."next_orders"
where not coalesce(coalesce(due_on >= cut_off and due_on > last_ordered_on, true), false)

  
  
      
    ) dbt_internal_test