with
lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
    where problem_column is null
),

invoices_summed as (
    select
        {{ invoice_key() }} as invoice_key,
        max(case when invoice_id_is_given then line_number end) - min(line_number) >= count(*) as is_scattered,
        cast(min(invoiced_at) as date) != cast(max(invoiced_at) as date) as has_several_days,
        bit_xor({{ hash_of(['stock_code', 'quantity', 'amount']) }}) = 0 as is_cancelled_out
    from lines
    group by {{ invoice_key() }}
),

-- Hashes of two equal lines cancel each other, and between copies of an invoice stand others. So most files have next
-- to no candidates.
candidates_kept as (
    select
        invoice_key,
        coalesce(is_scattered, false) as is_scattered
    from invoices_summed
    where is_scattered or has_several_days or is_cancelled_out
)

select * from candidates_kept
