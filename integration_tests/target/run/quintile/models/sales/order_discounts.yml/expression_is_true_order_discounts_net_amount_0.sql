
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."order_discounts"
where not coalesce(net_amount <= 0, false)

  
  
      
    ) dbt_internal_test