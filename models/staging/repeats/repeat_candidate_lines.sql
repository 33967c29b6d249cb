with
lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
),

candidates as (
    select * from {{ ref('quintile', 'repeat_candidates') }}
    where is_scattered
),

-- Blank lines, line breaks in quotes and unreadable lines leave gaps between line numbers.
files_with_gaps as (
    select lines.source_file
    from lines
    where lines.source_file in (select candidates.source_file from candidates)
    group by lines.source_file
    having max(lines.line_number) - min(lines.line_number) >= count(*)
),

places_counted as (
    select
        lines.line_id,
        row_number() over (partition by lines.source_file order by lines.line_number) as place
    from lines
    inner join files_with_gaps on lines.source_file = files_with_gaps.source_file
),

candidates_found as (
    select
        lines.*,
        coalesce(places_counted.place, lines.line_number) as place
    from lines
    inner join candidates
        on lines.source_file = candidates.source_file and lines.invoice_id = candidates.invoice_id
    left join places_counted on lines.line_id = places_counted.line_id
)

select * from candidates_found
