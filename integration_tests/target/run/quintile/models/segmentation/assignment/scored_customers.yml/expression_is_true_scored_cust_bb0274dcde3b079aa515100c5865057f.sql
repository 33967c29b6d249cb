
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."scored_customers"
where not coalesce((problem is null) = (rfm_code is not null) and (rfm_code is null) = (cluster_id is null), false)

  
  
      
    ) dbt_internal_test