
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select n_clusters
from "shop"."main_quintile"."cluster_candidates"
where n_clusters is null



  
  
      
    ) dbt_internal_test