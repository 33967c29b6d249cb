with
files_spanned as (
    select
        source_file,
        min(invoiced_at) as first_invoiced_at,
        max(invoiced_at) as last_invoiced_at,
        count(country) > 0 as has_countries
    from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
    group by source_file
),

overlaps_found as (
    select
        files_spanned.source_file,
        min(greatest(files_spanned.first_invoiced_at, other_files.first_invoiced_at)) as overlap_start,
        max(least(files_spanned.last_invoiced_at, other_files.last_invoiced_at)) as overlap_end,
        files_spanned.has_countries
    from files_spanned
    inner join files_spanned as other_files
        on files_spanned.source_file != other_files.source_file
        and files_spanned.first_invoiced_at <= other_files.last_invoiced_at
        and files_spanned.last_invoiced_at >= other_files.first_invoiced_at
    group by files_spanned.source_file, files_spanned.has_countries
)

select * from overlaps_found
