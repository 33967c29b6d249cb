
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."last_period"
where not coalesce(period_start < period_end or basis = 'past spend', false)

  
  
      
    ) dbt_internal_test