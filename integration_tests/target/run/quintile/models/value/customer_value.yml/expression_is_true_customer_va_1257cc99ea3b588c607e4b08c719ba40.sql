
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_value"
where not coalesce(expected_orders >= 0 and expected_orders < cast('infinity' as double) and expected_spend >= 0, false)

  
  
      
    ) dbt_internal_test