
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
select *
from "shop"."main_quintile"."cluster_model"
where not coalesce(cluster_label = playbook_label or cluster_label like playbook_label || ', %', false)

  
  
      
    ) dbt_internal_test