
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."cancellation_matches"
where not coalesce(quantity_undone >= 0 and amount_undone >= 0 and quantity_undone + amount_undone > 0 and unmatched_quantity >= 0, false)

  
  
      
    ) dbt_internal_test