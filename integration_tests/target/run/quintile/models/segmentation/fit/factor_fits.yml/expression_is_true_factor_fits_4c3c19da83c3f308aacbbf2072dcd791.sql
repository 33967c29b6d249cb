
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."factor_fits"
where not coalesce(cluster_id = 0 or lower_bound < centre, false)

  
  
      
    ) dbt_internal_test