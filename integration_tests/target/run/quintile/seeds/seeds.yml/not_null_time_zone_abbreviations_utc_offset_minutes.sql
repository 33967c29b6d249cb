
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select utc_offset_minutes
from "shop"."main_quintile"."time_zone_abbreviations"
where utc_offset_minutes is null



  
  
      
    ) dbt_internal_test