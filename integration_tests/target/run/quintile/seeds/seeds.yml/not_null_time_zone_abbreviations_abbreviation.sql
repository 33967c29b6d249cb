
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select abbreviation
from "shop"."main_quintile"."time_zone_abbreviations"
where abbreviation is null



  
  
      
    ) dbt_internal_test