
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    line_class as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."cleaning_steps"
where line_class is not null
group by line_class
having count(*) > 1



  
  
      
    ) dbt_internal_test