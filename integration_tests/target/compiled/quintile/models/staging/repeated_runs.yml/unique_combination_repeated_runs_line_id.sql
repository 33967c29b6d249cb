
select
    line_id,
    count(*) as rows_found
from "shop"."main_quintile"."repeated_runs"
group by line_id
having count(*) > 1
