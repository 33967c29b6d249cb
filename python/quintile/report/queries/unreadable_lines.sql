select
    reason,
    column_name,
    count(*) as lines_rejected,
    min(struct_pack(file_name := parse_filename(source_file), line_number := line_number)) as example
from rejected_lines
group by reason, column_name
order by lines_rejected desc, reason asc, column_name asc
limit 10
