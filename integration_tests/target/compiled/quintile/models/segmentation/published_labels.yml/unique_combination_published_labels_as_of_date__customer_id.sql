
select
    as_of_date, customer_id,
    count(*) as rows_found
from "shop"."main_quintile"."published_labels"
group by as_of_date, customer_id
having count(*) > 1
