
    
    

with all_values as (

    select
        factor_segment as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."factor_clusters"
    group by factor_segment

)

select *
from all_values
where value_field not in (
    'Low','Medium','High'
)


