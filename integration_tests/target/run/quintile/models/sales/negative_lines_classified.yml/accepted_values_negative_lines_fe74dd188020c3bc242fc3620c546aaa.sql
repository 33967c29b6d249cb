
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with all_values as (

    select
        line_class as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."negative_lines_classified"
    group by line_class

)

select *
from all_values
where value_field not in (
    'discount','cancellation','adjustment','excluded_status','non_product'
)



  
  
      
    ) dbt_internal_test