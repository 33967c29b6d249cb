
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    source_file, column_name, cell_text, proves_point,
    count(*) as rows_found
from "shop"."main_quintile"."cell_texts"
group by source_file, column_name, cell_text, proves_point
having count(*) > 1

  
  
      
    ) dbt_internal_test