
    
    

select
    line_id as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."stg_invoice_lines"
where line_id is not null
group by line_id
having count(*) > 1


