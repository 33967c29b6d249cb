
select
    source_file, line_number,
    count(*) as rows_found
from "shop"."main_quintile"."scored_customers"
group by source_file, line_number
having count(*) > 1
