
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cancellation_line_id, purchase_line_id,
    count(*) as rows_found
from "shop"."main_quintile"."refund_matches"
group by cancellation_line_id, purchase_line_id
having count(*) > 1

  
  
      
    ) dbt_internal_test