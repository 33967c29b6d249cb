
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."cohort_value"
where not coalesce(active_share between 0 and 1 and (months_since > 0 or active_share = 1), false)

  
  
      
    ) dbt_internal_test