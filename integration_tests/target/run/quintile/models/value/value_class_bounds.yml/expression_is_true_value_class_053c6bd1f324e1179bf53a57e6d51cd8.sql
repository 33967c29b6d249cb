
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."value_class_bounds"
where not coalesce(coalesce(a_from >= b_from, true), false)

  
  
      
    ) dbt_internal_test