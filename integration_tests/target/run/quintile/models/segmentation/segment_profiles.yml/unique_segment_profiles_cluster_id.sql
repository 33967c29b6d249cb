
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    cluster_id as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."segment_profiles"
where cluster_id is not null
group by cluster_id
having count(*) > 1



  
  
      
    ) dbt_internal_test