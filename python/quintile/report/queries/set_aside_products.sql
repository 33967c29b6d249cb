select
    stock_code,
    max(description) as description,
    max(country) as country,
    count(*) as lines_set_aside,
    sum(amount) as amount
from invoice_lines
where line_class = 'non_product'
group by stock_code
order by lines_set_aside desc, stock_code asc
limit 10
