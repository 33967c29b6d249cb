
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    metric, score,
    count(*) as rows_found
from "shop"."main_quintile"."rfm_thresholds"
group by metric, score
having count(*) > 1

  
  
      
    ) dbt_internal_test