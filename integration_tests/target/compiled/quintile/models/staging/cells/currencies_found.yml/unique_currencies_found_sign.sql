
    
    

select
    sign as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."currencies_found"
where sign is not null
group by sign
having count(*) > 1


