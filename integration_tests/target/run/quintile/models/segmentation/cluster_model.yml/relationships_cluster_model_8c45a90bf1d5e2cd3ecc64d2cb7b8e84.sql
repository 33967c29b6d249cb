
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with child as (
    select playbook_label as from_field
    from "shop"."main_quintile"."cluster_model"
    where playbook_label is not null
),

parent as (
    select cluster_label as to_field
    from "shop"."main_quintile"."playbook"
)

select
    from_field

from child
left join parent
    on child.from_field = parent.to_field

where parent.to_field is null



  
  
      
    ) dbt_internal_test