
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

select
    n_clusters as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."cluster_candidates"
where n_clusters is not null
group by n_clusters
having count(*) > 1



  
  
      
    ) dbt_internal_test