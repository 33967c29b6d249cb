
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."invoice_lines"
where not coalesce(line_class in ('sale', 'discount') or (net_quantity = 0 and net_amount = 0), false)

  
  
      
    ) dbt_internal_test