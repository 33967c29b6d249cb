
select
    source_file, column_name, cell_text, proves_point,
    count(*) as rows_found
from "shop"."main_quintile"."cell_texts"
group by source_file, column_name, cell_text, proves_point
having count(*) > 1
