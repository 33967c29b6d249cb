
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    source_file, column_name,
    count(*) as rows_found
from "shop"."main_quintile"."number_formats"
group by source_file, column_name
having count(*) > 1

  
  
      
    ) dbt_internal_test