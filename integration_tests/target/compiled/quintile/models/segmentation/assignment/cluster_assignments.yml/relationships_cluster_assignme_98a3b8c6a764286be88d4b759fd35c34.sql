
    
    

with child as (
    select cluster_id as from_field
    from "shop"."main_quintile"."cluster_assignments"
    where cluster_id is not null
),

parent as (
    select cluster_id as to_field
    from "shop"."main_quintile"."cluster_model"
)

select
    from_field

from child
left join parent
    on child.from_field = parent.to_field

where parent.to_field is null


