
select
    customer_id, product,
    count(*) as rows_found
from "shop"."main_quintile"."cancelled_products"
group by customer_id, product
having count(*) > 1
