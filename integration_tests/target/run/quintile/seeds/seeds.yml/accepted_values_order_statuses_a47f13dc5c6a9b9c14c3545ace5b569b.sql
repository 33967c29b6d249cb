
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        kind as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."order_statuses"
    group by kind

)

select *
from all_values
where value_field not in (
    'sale','on hold','unpaid','cancelled','refunded','failed','test'
)



  
  
      
    ) dbt_internal_test