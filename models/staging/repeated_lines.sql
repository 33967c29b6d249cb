{#- One file overlaps nothing: it need not be read once more. -#}
{%- set several_files = execute and invoice_files() | length > 1 -%}

with
lines as (
    select * from {{ ref('parsed_invoice_lines') }}
    where problem_column is null
        and {{ several_files }}
),

files_spanned as (
    select
        source_file,
        min(invoiced_at) as first_invoiced_at,
        max(invoiced_at) as last_invoiced_at
    from lines
    group by source_file
),

overlaps_found as (
    select
        files_spanned.source_file,
        greatest(files_spanned.first_invoiced_at, other_files.first_invoiced_at) as overlap_start,
        least(files_spanned.last_invoiced_at, other_files.last_invoiced_at) as overlap_end
    from files_spanned
    inner join files_spanned as other_files
        on files_spanned.source_file != other_files.source_file
        and files_spanned.first_invoiced_at <= other_files.last_invoiced_at
        and files_spanned.last_invoiced_at >= other_files.first_invoiced_at
),

candidates_chosen as (
    select lines.*
    from lines
    where exists (
        select 1
        from overlaps_found
        where overlaps_found.source_file = lines.source_file
            and lines.invoiced_at between overlaps_found.overlap_start and overlaps_found.overlap_end
    )
),

copies_numbered as (
    select
        *,
        row_number() over (
            partition by
                source_file, invoice_id, stock_code, description, quantity, invoiced_at,
                unit_price, amount, customer_id, country
            order by line_id
        ) as copy_number
    from candidates_chosen
),

holders_ranked as (
    select
        *,
        row_number() over (
            partition by
                copy_number, invoice_id, stock_code, description, quantity, invoiced_at,
                unit_price, amount, customer_id, country
            order by line_id
        ) as holder_rank
    from copies_numbered
),

later_copies_kept as (
    select
        line_id,
        source_file,
        line_number,
        invoice_id,
        customer_id,
        amount
    from holders_ranked
    where holder_rank > 1
)

select * from later_copies_kept
