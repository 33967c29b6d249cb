
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."order_gaps"
where not coalesce(coalesce(gap > 0, place = gaps + 1), false)

  
  
      
    ) dbt_internal_test