
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        value_model as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."customer_value"
    group by value_model

)

select *
from all_values
where value_field not in (
    'past_spend','bg_nbd','boosted_trees','blend'
)



  
  
      
    ) dbt_internal_test