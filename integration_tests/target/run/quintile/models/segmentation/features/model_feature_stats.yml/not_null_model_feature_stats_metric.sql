
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select metric
from "shop"."main_quintile"."model_feature_stats"
where metric is null



  
  
      
    ) dbt_internal_test