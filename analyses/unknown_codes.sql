-- FINDING: On the UCI file three odd codes pass as products, rightly: two party bags and the pads for cushions.
-- METHOD: Stock codes that no pattern of non_product_codes matches and that lack four digits in a row.
-- CAVEAT: A shop whose products usually have such codes will see all of them here.
select
    invoice_lines.stock_code,
    max(invoice_lines.description) as example,
    count(*) as lines_found,
    sum(invoice_lines.amount) as amount
from {{ ref('quintile', 'invoice_lines') }} as invoice_lines
left join {{ ref('quintile', 'non_products') }} as non_products on invoice_lines.stock_code = non_products.stock_code
where non_products.stock_code is null
    and not {{ matches('invoice_lines.stock_code', "'[0-9]{4}'") }}
group by invoice_lines.stock_code
order by amount desc
