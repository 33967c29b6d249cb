
    
    

with all_values as (

    select
        line_class as value_field,
        count(*) as n_records

    from "shop"."main_quintile"."invoice_lines"
    group by line_class

)

select *
from all_values
where value_field not in (
    'sale','cancelled_sale','cancellation','unmatched_cancellation','non_product','no_customer','invalid_price','invalid_quantity','discount','adjustment','excluded_status','after_as_of'
)


