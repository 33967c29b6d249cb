
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."segment_backtest"
where not coalesce(active_customers between 0 and customers and orders >= active_customers and net_revenue >= 0, false)

  
  
      
    ) dbt_internal_test