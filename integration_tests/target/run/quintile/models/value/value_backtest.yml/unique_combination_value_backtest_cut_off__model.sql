
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cut_off, model,
    count(*) as rows_found
from "shop"."main_quintile"."value_backtest"
group by cut_off, model
having count(*) > 1

  
  
      
    ) dbt_internal_test