
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."value_seasons"
where not coalesce(order_index >= 0 and spend_index >= 0 and (is_season_known or (order_index = 1 and spend_index = 1)), false)

  
  
      
    ) dbt_internal_test