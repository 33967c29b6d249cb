
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    fitted_at, cluster_id,
    count(*) as rows_found
from "shop"."main_quintile"."cut_off_fits"
group by fitted_at, cluster_id
having count(*) > 1

  
  
      
    ) dbt_internal_test