
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cut_off, model, outcome, decile,
    count(*) as rows_found
from "shop"."main_quintile"."value_calibration"
group by cut_off, model, outcome, decile
having count(*) > 1

  
  
      
    ) dbt_internal_test