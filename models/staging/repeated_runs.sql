with
lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null and invoice_id_is_given
),

-- What stands twice in a run has other invoices between its copies, so most files have next to no candidates.
scattered_invoices as (
    select
        source_file,
        invoice_id
    from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null and line_number is not null and invoice_id_is_given
    group by source_file, invoice_id
    having max(line_number) - min(line_number) >= count(*)
),

candidates_found as (
    select lines.*
    from lines
    inner join scattered_invoices
        on lines.source_file = scattered_invoices.source_file and lines.invoice_id = scattered_invoices.invoice_id
),

copies_counted as (
    select
        line_id,
        source_file,
        line_number,
        invoice_id,
        customer_id,
        cast(invoiced_at as date) as invoiced_on,
        min(line_id) over content as content_id,
        count(*) over content as copies,
        row_number() over (partition by {{ line_content() }} order by line_number) as copy_number,
        case
            when line_number = 1 + lag(line_number) over (
                partition by source_file, invoice_id, customer_id, cast(invoiced_at as date) order by line_number
            ) then 0
            else 1
        end as starts_block
    from candidates_found
    window content as (partition by {{ line_content() }})
),

-- An invoice stands as often as its rarest line, but no more often than in blocks; a line that it has twice is there
-- twice each time.
repeats_counted as (
    select
        *,
        least(min(copies) over invoice, sum(starts_block) over invoice) as repeats
    from copies_counted
    window invoice as (partition by source_file, invoice_id, customer_id, invoiced_on)
),

repeats_numbered as (
    select
        *,
        cast(floor((copy_number - 1) * repeats / copies) as bigint) as repeat_number,
        (copy_number - 1) % cast(floor(copies / repeats) as bigint) as copy_in_repeat,
        max(copies % repeats) over invoice as lines_too_many
    from repeats_counted
    where repeats > 1
    window invoice as (partition by source_file, invoice_id, customer_id, invoiced_on)
),

-- How many lines further down the file the next copy stands: the same for a whole run.
shifts_found as (
    select
        *,
        lead(line_number) over (partition by content_id, copy_in_repeat order by repeat_number) - line_number as shift
    from repeats_numbered
    where lines_too_many = 0
),

invoices_spanned as (
    select
        *,
        max(line_number) over invoice as last_line_number,
        min(shift) over invoice as least_shift,
        max(shift) over invoice as greatest_shift
    from shifts_found
    where shift is not null
    window invoice as (partition by source_file, invoice_id, customer_id, invoiced_on, repeat_number)
),

run_starts_found as (
    select
        *,
        case
            when line_number <= 1 + max(last_line_number) over (
                partition by source_file, shift
                order by line_number rows between unbounded preceding and 1 preceding
            ) then 0
            else 1
        end as starts_run
    from invoices_spanned
    where least_shift = greatest_shift
),

runs_numbered as (
    select
        *,
        sum(starts_run) over (partition by source_file, shift order by line_number) as run_number
    from run_starts_found
),

runs_compared as (
    select
        line_id,
        min(invoice_id) over run as first_invoice_id,
        max(invoice_id) over run as last_invoice_id
    from runs_numbered
    window run as (partition by source_file, shift, run_number)
),

runs_kept as (
    select line_id from runs_compared
    where first_invoice_id != last_invoice_id
)

select * from runs_kept
