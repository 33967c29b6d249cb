with
candidates as (
    select * from {{ ref('quintile', 'repeat_candidates') }}
    where is_scattered
),

lines_placed as (
    select
        line_id,
        source_file,
        line_number
    from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
        and source_file in (select candidates.source_file from candidates)
),

-- Blank lines, line breaks in quotes and unreadable lines leave gaps between line numbers.
files_with_gaps as (
    select source_file
    from lines_placed
    group by source_file
    having max(line_number) - min(line_number) >= count(*)
),

places_counted as (
    select
        lines_placed.line_id,
        row_number() over (partition by lines_placed.source_file order by lines_placed.line_number) as place
    from lines_placed
    inner join files_with_gaps on lines_placed.source_file = files_with_gaps.source_file
),

candidates_found as (
    select
        lines.*,
        coalesce(places_counted.place, lines.line_number) as place
    from {{ ref('quintile', 'parsed_invoice_lines') }} as lines
    inner join candidates
        on lines.source_file = candidates.source_file and lines.invoice_id = candidates.invoice_id
    left join places_counted on lines.line_id = places_counted.line_id
    where lines.problem_column is null
)

select * from candidates_found
