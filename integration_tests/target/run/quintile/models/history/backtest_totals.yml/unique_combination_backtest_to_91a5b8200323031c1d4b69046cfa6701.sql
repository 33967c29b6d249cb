
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    month_end, fitted_at, segmentation, segment,
    count(*) as rows_found
from "shop"."main_quintile"."backtest_totals"
group by month_end, fitted_at, segmentation, segment
having count(*) > 1

  
  
      
    ) dbt_internal_test