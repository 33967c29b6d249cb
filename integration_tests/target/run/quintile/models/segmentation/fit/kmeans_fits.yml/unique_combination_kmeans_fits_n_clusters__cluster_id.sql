
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    n_clusters, cluster_id,
    count(*) as rows_found
from "shop"."main_quintile"."kmeans_fits"
group by n_clusters, cluster_id
having count(*) > 1

  
  
      
    ) dbt_internal_test