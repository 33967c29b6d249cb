
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."spend_shares"
where not coalesce(share_below between 0 and 1 and share_above between 0 and 1 and share_below + share_above < 1, false)

  
  
      
    ) dbt_internal_test