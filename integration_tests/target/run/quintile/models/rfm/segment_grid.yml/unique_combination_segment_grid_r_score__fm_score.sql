
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select
    r_score, fm_score,
    count(*) as rows_found
from "shop"."main_quintile"."segment_grid"
group by r_score, fm_score
having count(*) > 1

  
  
      
    ) dbt_internal_test