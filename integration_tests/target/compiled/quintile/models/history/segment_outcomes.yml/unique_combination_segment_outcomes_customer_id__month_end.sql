
select
    customer_id, month_end,
    count(*) as rows_found
from "shop"."main_quintile"."segment_outcomes"
group by customer_id, month_end
having count(*) > 1
