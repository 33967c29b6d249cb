
select
    cancellation_line_id, purchase_line_id,
    count(*) as rows_found
from "shop"."main_quintile"."product_matches"
group by cancellation_line_id, purchase_line_id
having count(*) > 1
