
select
    window_number, customer_id,
    count(*) as rows_found
from "shop"."main_quintile"."value_training_rows"
group by window_number, customer_id
having count(*) > 1
