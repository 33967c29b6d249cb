with
lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
),

-- A cheap filter by sign comes first, before classes are computed.
candidates_found as (
    select * from lines
    where quantity < 0 or amount < 0 or unit_price < 0 or is_credit_note
),

negative_lines_kept as (
    select
        line_id,
        customer_id,
        invoice_id,
        stock_code,
        case when quantity != 0 and coalesce(non_product_kind, '') != 'refund' then stock_code end as product,

        preliminary_class,
        description,
        country,

        quantity,
        unit_price,
        amount,

        invoice_id_is_given,
        quantity_is_given and (quantity < 0 or is_credit_note) as is_told_in_units,
        status_counts,
        is_credit_note,
        coalesce(non_product_kind, '') = 'refund' as is_named_refund,
        invoiced_at
    from candidates_found
    where preliminary_class in ('cancellation', 'adjustment')
        or (preliminary_class = 'non_product' and non_product_kind = 'discount' and amount < 0)
)

select * from negative_lines_kept
