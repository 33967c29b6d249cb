
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    window_number as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."value_training_windows"
where window_number is not null
group by window_number
having count(*) > 1



  
  
      
    ) dbt_internal_test