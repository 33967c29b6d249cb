
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    cohort_month, months_since,
    count(*) as rows_found
from "shop"."main_quintile"."cohort_value"
group by cohort_month, months_since
having count(*) > 1

  
  
      
    ) dbt_internal_test