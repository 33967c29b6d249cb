
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    line_id,
    count(*) as rows_found
from "shop"."main_quintile"."repeated_runs"
group by line_id
having count(*) > 1

  
  
      
    ) dbt_internal_test