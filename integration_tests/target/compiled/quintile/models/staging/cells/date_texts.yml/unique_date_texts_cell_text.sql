
    
    

select
    cell_text as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."date_texts"
where cell_text is not null
group by cell_text
having count(*) > 1


