
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    cell_text as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."date_parts"
where cell_text is not null
group by cell_text
having count(*) > 1



  
  
      
    ) dbt_internal_test