
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."value_backtest"
where not coalesce(brier_score between 0 and 1 and coalesce(auc between 0 and 1, true), false)

  
  
      
    ) dbt_internal_test