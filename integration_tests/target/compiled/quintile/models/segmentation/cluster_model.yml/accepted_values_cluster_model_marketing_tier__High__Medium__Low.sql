
    
    

with all_values as (

    select
        marketing_tier as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."cluster_model"
    group by marketing_tier

)

select *
from all_values
where value_field not in (
    'High','Medium','Low'
)


