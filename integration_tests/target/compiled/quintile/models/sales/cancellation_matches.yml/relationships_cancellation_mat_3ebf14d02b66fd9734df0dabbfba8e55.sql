
    
    

with child as (
    select purchase_line_id as from_field
    from "shop"."main_quintile"."cancellation_matches"
    where purchase_line_id is not null
),

parent as (
    select line_id as to_field
    from "shop"."main_quintile"."invoice_lines"
)

select
    from_field

from child
left join parent
    on child.from_field = parent.to_field

where parent.to_field is null


