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
    select source_file from lines
    where source_file in (select source_file from candidates)
    group by source_file
    having max(line_number) - min(line_number) >= count(*)
),

places_counted as (
    select
        line_id,
        row_number() over (partition by source_file order by line_number) as place
    from lines
    where source_file in (select source_file from files_with_gaps)
),

candidates_found as (
    select
        lines.*,
        coalesce(places_counted.place, lines.line_number) as place
    from lines
    inner join candidates
        on lines.source_file = candidates.source_file and lines.invoice_id = candidates.invoice_id
    left join places_counted on lines.line_id = places_counted.line_id
),

copies_counted as (
    select
        *,
        min(line_id) over (
            partition by source_file, invoice_id, customer_id, cast(invoiced_at as date)
        ) as first_line_id,
        count(*) over (partition by {{ line_content() }}) as copies,
        row_number() over (partition by {{ line_content() }} order by line_number) as copy_number,
        place - row_number() over (partition by source_file, invoice_id, customer_id order by place) as block
    from candidates_found
),

block_starts_found as (
    select
        *,
        case
            when block = lag(block) over (partition by first_line_id order by line_number) then 0
            else 1
        end as starts_block
    from copies_counted
),

-- An invoice occurs as often as its rarest line, but no more often than it has blocks. A line that is in it twice
-- occurs twice in each copy.
repeats_counted as (
    select
        *,
        least(min(copies) over invoice, sum(starts_block) over invoice) as repeats
    from block_starts_found
    window invoice as (partition by first_line_id)
),

repeats_numbered as (
    select
        *,
        cast(floor((copy_number - 1) * repeats / copies) as bigint) as repeat_number,
        max(copies % repeats) over (partition by first_line_id) as lines_too_many
    from repeats_counted
    where repeats > 1
),

whole_repeats_kept as (
    select
        line_id,
        source_file,
        place,
        invoice_id,
        first_line_id,
        repeat_number
    from repeats_numbered
    where lines_too_many = 0
)

select * from whole_repeats_kept
