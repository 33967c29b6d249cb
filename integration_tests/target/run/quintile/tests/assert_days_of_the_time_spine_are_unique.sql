
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  select date_day
from "shop"."main_quintile"."time_spine"
group by date_day
having count(*) > 1
  
  
      
    ) dbt_internal_test