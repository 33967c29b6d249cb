
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    cut_off as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."next_order_backtest"
where cut_off is not null
group by cut_off
having count(*) > 1



  
  
      
    ) dbt_internal_test