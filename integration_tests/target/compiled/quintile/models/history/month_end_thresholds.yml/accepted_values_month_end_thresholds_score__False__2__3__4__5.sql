
    
    

with all_values as (

    select
        score as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."month_end_thresholds"
    group by score

)

select *
from all_values
where value_field not in (
    2,3,4,5
)


