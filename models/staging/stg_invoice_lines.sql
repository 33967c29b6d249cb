-- depends_on: {{ ref('rejected_lines') }}
with
lines as (
    select * from {{ ref('parsed_invoice_lines') }}
    where problem_column is null
),

repeated_lines as (
    select * from {{ ref('repeated_lines') }}
),

repeats_dropped as (
    select
        lines.line_id,
        lines.invoice_id,
        lines.customer_id,
        lines.stock_code,

        lines.source_file,
        lines.description,
        lines.country,

        cast(lines.quantity as decimal(18, 4)) as quantity,
        cast(lines.unit_price as decimal(18, 4)) as unit_price,
        cast(lines.amount as decimal(18, 4)) as amount,
        lines.quantity_is_given,

        lines.invoiced_at
    from lines
    left join repeated_lines on lines.line_id = repeated_lines.line_id
    where repeated_lines.line_id is null
)

select * from repeats_dropped
