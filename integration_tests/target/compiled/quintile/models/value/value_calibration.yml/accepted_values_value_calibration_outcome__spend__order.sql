
    
    

with all_values as (

    select
        outcome as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."value_calibration"
    group by outcome

)

select *
from all_values
where value_field not in (
    'spend','order'
)


