
    
    

select
    line_id as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."cancellation_ledger"
where line_id is not null
group by line_id
having count(*) > 1


