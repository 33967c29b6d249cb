
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."factor_clusters"
where not coalesce(overall_score = recency_cluster + frequency_cluster + revenue_cluster, false)

  
  
      
    ) dbt_internal_test