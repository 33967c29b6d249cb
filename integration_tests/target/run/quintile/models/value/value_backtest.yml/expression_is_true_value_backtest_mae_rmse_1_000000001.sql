
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."value_backtest"
where not coalesce(mae <= rmse * 1.000000001, false)

  
  
      
    ) dbt_internal_test