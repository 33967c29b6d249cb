
    
    

with all_values as (

    select
        model as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."value_backtest"
    group by model

)

select *
from all_values
where value_field not in (
    'past_spend','bg_nbd','boosted_trees','blend'
)


