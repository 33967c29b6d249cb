
    
    

select
    step as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."cleaning_steps"
where step is not null
group by step
having count(*) > 1


