
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."value_training_rows"
where not coalesce(purpose = 'predict' or actual_orders is not null, false)

  
  
      
    ) dbt_internal_test