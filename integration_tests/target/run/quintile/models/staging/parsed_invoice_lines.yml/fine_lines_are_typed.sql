
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."parsed_invoice_lines"
where not coalesce(problem_column is not null or invoice_id || cast(quantity + unit_price + amount as string) || cast(invoiced_at as string) is not null, false)

  
  
      
    ) dbt_internal_test