
    
    

select
    build_number as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."model_drift"
where build_number is not null
group by build_number
having count(*) > 1


