
select
    source_file, column_name, cell_text,
    count(*) as rows_found
from "shop"."main_quintile"."text_values"
group by source_file, column_name, cell_text
having count(*) > 1
