
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        purpose as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."value_training_windows"
    group by purpose

)

select *
from all_values
where value_field not in (
    'predict','learn'
)



  
  
      
    ) dbt_internal_test