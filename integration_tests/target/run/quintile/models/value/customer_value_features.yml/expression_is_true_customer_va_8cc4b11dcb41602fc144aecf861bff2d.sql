
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_value_features"
where not coalesce(coalesce(year_ago_orders <= frequency, true) and cancelled_orders >= 0 and cancelled_monetary >= 0, false)

  
  
      
    ) dbt_internal_test