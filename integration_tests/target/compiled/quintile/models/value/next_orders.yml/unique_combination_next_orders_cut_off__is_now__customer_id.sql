
select
    cut_off, is_now, customer_id,
    count(*) as rows_found
from "shop"."main_quintile"."next_orders"
group by cut_off, is_now, customer_id
having count(*) > 1
