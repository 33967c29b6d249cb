
    
    

with all_values as (

    select
        purpose as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."value_training_windows"
    group by purpose

)

select *
from all_values
where value_field not in (
    'predict','learn'
)


