
    
    

select
    step_number as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."cleaning_audit"
where step_number is not null
group by step_number
having count(*) > 1


