
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."segment_migrations"
where not coalesce(from_segment != to_segment or to_segment not in ('New', 'Lapsed'), false)

  
  
      
    ) dbt_internal_test