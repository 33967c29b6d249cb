
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cluster_id, metric,
    count(*) as rows_found
from "shop"."main_quintile"."cluster_deviations"
group by cluster_id, metric
having count(*) > 1

  
  
      
    ) dbt_internal_test