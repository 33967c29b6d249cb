
select
    source_file, column_name,
    count(*) as rows_found
from "shop"."main_quintile"."number_formats"
group by source_file, column_name
having count(*) > 1
