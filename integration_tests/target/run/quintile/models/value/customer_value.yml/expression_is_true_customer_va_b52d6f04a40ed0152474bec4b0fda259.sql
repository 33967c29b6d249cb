
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."customer_value"
where not coalesce(coalesce(expected_spend between spend_p10 and spend_p90, true), false)

  
  
      
    ) dbt_internal_test