
select *
from "shop"."main_quintile"."invoice_lines"
where not coalesce(line_class in ('sale', 'discount') or (net_quantity = 0 and net_amount = 0), false)
