
    
    

select
    monetary as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."spend_shares"
where monetary is not null
group by monetary
having count(*) > 1


