-- depends_on: {{ ref('quintile', 'rejected_lines') }}
with
lines as (
    select * from {{ ref('quintile', 'parsed_invoice_lines') }}
),

repeated_lines as (
    select * from {{ ref('quintile', 'repeated_lines') }}
),

inherited_statuses as (
    select * from {{ ref('quintile', 'inherited_statuses') }}
),

other_lines_kept as (
    select
        lines.line_id,
        lines.invoice_id,
        lines.customer_id,
        lines.stock_code,

        lines.source_file,
        lines.line_number,
        lines.description,
        lines.country,
        coalesce(lines.status, inherited_statuses.status) as status,

        lines.quantity,
        lines.unit_price,
        lines.amount,
        lines.invoice_id_is_given,
        lines.quantity_is_given,
        lines.has_uci_headers,

        lines.invoiced_at
    from lines
    left join repeated_lines on lines.line_id = repeated_lines.line_id
    left join inherited_statuses
        on lines.source_file = inherited_statuses.source_file
            and lines.invoice_id = inherited_statuses.invoice_id
            and lines.customer_id is not distinct from inherited_statuses.customer_id
            and cast(lines.invoiced_at as date) = inherited_statuses.invoiced_on
    where lines.problem_column is null
        and repeated_lines.line_id is null
)

select * from other_lines_kept
