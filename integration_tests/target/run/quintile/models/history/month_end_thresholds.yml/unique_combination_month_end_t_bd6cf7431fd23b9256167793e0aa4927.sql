
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    month_end, metric, score,
    count(*) as rows_found
from "shop"."main_quintile"."month_end_thresholds"
group by month_end, metric, score
having count(*) > 1

  
  
      
    ) dbt_internal_test