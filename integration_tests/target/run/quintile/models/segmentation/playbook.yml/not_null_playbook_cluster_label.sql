
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    



select cluster_label
from "shop"."main_quintile"."playbook"
where cluster_label is null



  
  
      
    ) dbt_internal_test