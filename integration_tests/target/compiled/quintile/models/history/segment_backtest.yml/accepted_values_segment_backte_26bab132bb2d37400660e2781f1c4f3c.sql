
    
    

with all_values as (

    select
        segmentation as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."segment_backtest"
    group by segmentation

)

select *
from all_values
where value_field not in (
    'rfm_segment','cluster_label','spend_decile'
)


