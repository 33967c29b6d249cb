with
lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
),

invoices_summed as (
    select
        source_file,
        invoice_id,
        invoice_id_is_given and coalesce(max(line_number) - min(line_number) >= count(*), false) as is_scattered,
        cast(min(invoiced_at) as date) != cast(max(invoiced_at) as date) as has_several_days,
        bit_xor(hash(stock_code, quantity, amount)) = 0 as is_cancelled_out
    from lines
    group by source_file, invoice_id, invoice_id_is_given
),

-- Hashes of two equal lines cancel each other, and between copies of an invoice stand others. So most files have next
-- to no candidates.
candidates_kept as (
    select
        source_file,
        invoice_id,
        is_scattered
    from invoices_summed
    where is_scattered or has_several_days or is_cancelled_out
)

select * from candidates_kept
