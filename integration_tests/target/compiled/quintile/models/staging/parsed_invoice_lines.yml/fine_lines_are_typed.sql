
select *
from "shop"."main_quintile"."parsed_invoice_lines"
where not coalesce(problem_column is not null or invoice_id || cast(quantity + unit_price + amount as string) || cast(invoiced_at as string) is not null, false)
