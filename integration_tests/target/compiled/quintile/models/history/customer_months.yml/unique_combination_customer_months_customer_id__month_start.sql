
select
    customer_id, month_start,
    count(*) as rows_found
from "shop"."main_quintile"."customer_months"
group by customer_id, month_start
having count(*) > 1
