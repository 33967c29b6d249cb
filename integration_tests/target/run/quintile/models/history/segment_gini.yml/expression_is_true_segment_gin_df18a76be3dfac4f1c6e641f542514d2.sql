
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."segment_gini"
where not coalesce(normalised_gini is null or normalised_gini between -1.000001 and 1.000001, false)

  
  
      
    ) dbt_internal_test