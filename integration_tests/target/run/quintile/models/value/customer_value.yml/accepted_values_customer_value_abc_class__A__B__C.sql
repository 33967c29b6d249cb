
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        abc_class as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."customer_value"
    group by abc_class

)

select *
from all_values
where value_field not in (
    'A','B','C'
)



  
  
      
    ) dbt_internal_test