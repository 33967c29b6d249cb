select
    parse_filename(source_file) as file_name,
    count(*) as lines_read,
    min(cast(invoiced_at as date)) as first_day,
    max(cast(invoiced_at as date)) as last_day
from stg_invoice_lines
group by source_file
order by source_file
