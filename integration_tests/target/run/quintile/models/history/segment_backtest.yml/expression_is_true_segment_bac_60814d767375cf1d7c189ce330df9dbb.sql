
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."segment_backtest"
where not coalesce(fitted_at is null or fitted_at <= month_end, false)

  
  
      
    ) dbt_internal_test