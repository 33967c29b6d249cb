
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."number_texts"
where not coalesce(shape != 'plain' or number_with_points is not distinct from number_with_commas, false)

  
  
      
    ) dbt_internal_test