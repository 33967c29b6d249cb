with
candidates as (
    select * from {{ ref('quintile', 'repeat_candidates') }}
    where is_scattered
),

candidates_found as (
    select lines.*
    from {{ ref('quintile', 'parsed_invoice_lines') }} as lines
    inner join candidates on {{ invoice_key('lines.') }} = candidates.invoice_key
    where lines.problem_column is null
),

lines_placed as (
    select
        line_id,
        source_file,
        line_number
    from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
        and source_file in (select candidates_found.source_file from candidates_found)
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

places_joined as (
    select
        candidates_found.*,
        coalesce(places_counted.place, candidates_found.line_number) as place
    from candidates_found
    left join places_counted on candidates_found.line_id = places_counted.line_id
)

select * from places_joined
