
    
    

with all_values as (

    select
        metric as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."rfm_thresholds"
    group by metric

)

select *
from all_values
where value_field not in (
    'recency','frequency','monetary'
)


