
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    customer_id, month_end,
    count(*) as rows_found
from "shop"."main_quintile"."backtest_sample"
group by customer_id, month_end
having count(*) > 1

  
  
      
    ) dbt_internal_test