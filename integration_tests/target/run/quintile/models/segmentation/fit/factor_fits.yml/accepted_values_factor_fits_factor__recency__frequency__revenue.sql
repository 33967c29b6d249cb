
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        factor as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."factor_fits"
    group by factor

)

select *
from all_values
where value_field not in (
    'recency','frequency','revenue'
)



  
  
      
    ) dbt_internal_test