with
lines as (
    select * from {{ ref('parsed_invoice_lines') }}
),

rejected_lines as (
    select * from {{ ref('rejected_lines') }}
),

repeated_lines as (
    select * from {{ ref('repeated_lines') }}
),

lines_set_aside as (
    select
        source_file,
        line_number
    from rejected_lines
    union all
    select
        source_file,
        line_number
    from repeated_lines
),

other_lines_kept as (
    select
        lines.line_id,
        lines.invoice_id,
        lines.customer_id,
        lines.stock_code,

        lines.source_file,
        lines.description,
        lines.country,
        lines.status,

        cast(lines.quantity as decimal(18, 4)) as quantity,
        cast(lines.unit_price as decimal(18, 4)) as unit_price,
        cast(lines.amount as decimal(18, 4)) as amount,
        lines.invoice_id_is_given,
        lines.quantity_is_given,
        lines.has_uci_headers,

        lines.invoiced_at
    from lines
    left join lines_set_aside
        on lines.source_file = lines_set_aside.source_file and lines.line_number = lines_set_aside.line_number
    where lines_set_aside.line_number is null
)

select * from other_lines_kept
