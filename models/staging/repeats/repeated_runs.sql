with
lines as (
    select * from {{ ref('quintile', 'repeated_invoices') }}
),

-- Stretches of consecutive lines that all belong to repeated invoices.
stretches_found as (
    select
        *,
        place - row_number() over (partition by source_file order by place) as stretch
    from lines
),

copies_placed as (
    select
        source_file,
        invoice_id,
        first_line_id,
        repeat_number,
        min(stretch) as stretch
    from stretches_found
    group by source_file, invoice_id, first_line_id, repeat_number
),

copies_paired as (
    select
        *,
        lead(stretch) over (partition by first_line_id order by repeat_number) as next_stretch
    from copies_placed
),

runs_found as (
    select
        source_file,
        stretch,
        next_stretch
    from copies_paired
    where next_stretch is not null
    group by source_file, stretch, next_stretch
    having count(distinct invoice_id) > 1
),

runs_kept as (
    select lines.line_id
    from lines
    inner join copies_paired
        on lines.first_line_id = copies_paired.first_line_id and lines.repeat_number = copies_paired.repeat_number
    inner join runs_found
        on copies_paired.source_file = runs_found.source_file
            and copies_paired.stretch = runs_found.stretch
            and copies_paired.next_stretch = runs_found.next_stretch
)

select * from runs_kept
