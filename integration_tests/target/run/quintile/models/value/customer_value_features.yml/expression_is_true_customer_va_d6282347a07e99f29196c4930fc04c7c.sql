
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_value_features"
where not coalesce(orders_30_days <= orders_90_days and orders_90_days <= orders_180_days and orders_180_days <= orders_365_days and orders_365_days <= frequency, false)

  
  
      
    ) dbt_internal_test