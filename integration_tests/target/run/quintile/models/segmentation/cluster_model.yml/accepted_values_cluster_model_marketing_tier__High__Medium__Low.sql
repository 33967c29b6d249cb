
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        marketing_tier as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."cluster_model"
    group by marketing_tier

)

select *
from all_values
where value_field not in (
    'High','Medium','Low'
)



  
  
      
    ) dbt_internal_test