
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    code_pattern as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."service_codes"
where code_pattern is not null
group by code_pattern
having count(*) > 1



  
  
      
    ) dbt_internal_test