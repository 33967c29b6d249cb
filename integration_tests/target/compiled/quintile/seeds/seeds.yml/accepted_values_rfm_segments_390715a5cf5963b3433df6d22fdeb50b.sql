
    
    

with all_values as (

    select
        rfm_segment as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."rfm_segments"
    group by rfm_segment

)

select *
from all_values
where value_field not in (
    'Champions','Loyal Customers','Potential Loyalists','New Customers','Promising','Need Attention','About To Sleep','At Risk','Cannot Lose Them','Hibernating','Lost'
)


