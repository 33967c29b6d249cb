with
lines as (
    select * from {{ ref('quintile', 'repeat_candidate_lines') }}
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
    from lines
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
