
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    factor, cluster_id,
    count(*) as rows_found
from "shop"."main_quintile"."factor_fits"
group by factor, cluster_id
having count(*) > 1

  
  
      
    ) dbt_internal_test