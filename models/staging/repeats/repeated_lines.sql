with
repeated_runs as (
    select * from {{ ref('quintile', 'repeated_runs') }}
),

lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
),

overlapping_files as (
    select * from {{ ref('quintile', 'overlapping_files') }}
),

files_without_countries as (
    select count(*) as files from overlapping_files
    where not has_countries
),

-- A country proves no difference to a file that knows none.
candidates_chosen as (
    select
        lines.line_id,
        lines.source_file,
        lines.invoice_id,
        lines.stock_code,
        lines.description,
        lines.quantity,
        lines.unit_price,
        lines.amount,
        lines.customer_id,
        lines.invoiced_at,
        case when files_without_countries.files = 0 then lines.country end as country
    from lines
    inner join overlapping_files
        on lines.source_file = overlapping_files.source_file
            and lines.invoiced_at between overlapping_files.overlap_start and overlapping_files.overlap_end
    cross join files_without_countries
    left join repeated_runs on lines.line_id = repeated_runs.line_id
    where repeated_runs.line_id is null
),

copies_numbered as (
    select
        *,
        row_number() over (
            partition by source_file, {{ line_content(across_files=true) }} order by line_id
        ) as copy_number
    from candidates_chosen
),

-- The last file is assumed to know best how an order ended.
holders_ranked as (
    select
        *,
        row_number() over (
            partition by copy_number, {{ line_content(across_files=true) }} order by line_id desc
        ) as holder_rank
    from copies_numbered
),

copies_stacked as (
    select line_id from repeated_runs
    union all
    select line_id from holders_ranked
    where holder_rank > 1
),

facts_joined as (
    select
        lines.line_id,
        lines.source_file,
        lines.line_number,
        lines.invoice_id,
        lines.customer_id,
        lines.amount
    from {{ ref('quintile', 'parsed_invoice_lines') }} as lines
    inner join copies_stacked on lines.line_id = copies_stacked.line_id
)

select * from facts_joined
