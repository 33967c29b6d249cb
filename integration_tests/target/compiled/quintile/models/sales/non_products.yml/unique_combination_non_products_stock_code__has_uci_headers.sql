
select
    stock_code, has_uci_headers,
    count(*) as rows_found
from "shop"."main_quintile"."non_products"
group by stock_code, has_uci_headers
having count(*) > 1
