
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."current_feature_stats"
where not coalesce(customers = 0 or (recency_stddev >= 0 and frequency_stddev >= 0 and monetary_stddev >= 0), false)

  
  
      
    ) dbt_internal_test