
    
    

select
    source_file as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."date_formats"
where source_file is not null
group by source_file
having count(*) > 1


