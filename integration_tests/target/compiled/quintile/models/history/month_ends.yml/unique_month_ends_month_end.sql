
    
    

select
    month_end as unique_field,
    count(*) as n_records

from "shop"."main_quintile"."month_ends"
where month_end is not null
group by month_end
having count(*) > 1


