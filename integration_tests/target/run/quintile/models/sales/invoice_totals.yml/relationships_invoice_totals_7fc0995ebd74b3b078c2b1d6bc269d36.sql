
    
    select
      count(*) as failures,
      count(*) != 0 as should_warn,
      count(*) != 0 as should_error
    from (
      
    
  
    
    

with child as (
    select line_class as from_field
    from "shop"."main_quintile"."invoice_totals"
    where line_class is not null
),

parent as (
    select line_class as to_field
    from "shop"."main_quintile"."cleaning_steps"
)

select
    from_field

from child
left join parent
    on child.from_field = parent.to_field

where parent.to_field is null



  
  
      
    ) dbt_internal_test