
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."value_training_windows"
where not coalesce(purpose = 'predict' and as_of_date = cut_off or purpose = 'learn' and outcome_end <= cut_off, false)

  
  
      
    ) dbt_internal_test