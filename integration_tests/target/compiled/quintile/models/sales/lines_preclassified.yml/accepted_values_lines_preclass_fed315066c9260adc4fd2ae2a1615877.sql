
    
    

with all_values as (

    select
        preliminary_class as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."lines_preclassified"
    group by preliminary_class

)

select *
from all_values
where value_field not in (
    'after_as_of','no_customer','excluded_status','non_product','cancellation','adjustment','invalid_quantity','invalid_price','sale'
)


