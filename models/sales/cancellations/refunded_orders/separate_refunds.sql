with
negative_lines as (
    select * from {{ ref('quintile', 'negative_lines') }}
    where preliminary_class = 'cancellation'
        and (amount < 0 or is_credit_note)
),

negative_invoices as (
    select * from {{ ref('quintile', 'negative_invoices') }}
),

refunded_customers as (
    select distinct customer_id from {{ ref('quintile', 'refunded_amounts') }}
),

-- A return under the invoice of a sale that counts belongs to that sale, and one under a refunded order to that order.
refunds_kept as (
    select
        negative_lines.line_id,
        negative_lines.customer_id,
        negative_lines.invoice_id,
        coalesce(negative_lines.product, '') as product,
        cast(abs(negative_lines.amount) as decimal(18, 4)) as amount,
        negative_lines.invoiced_at as refunded_at
    from negative_lines
    inner join refunded_customers on negative_lines.customer_id = refunded_customers.customer_id
    left join negative_invoices
        on negative_lines.invoice_id_is_given
            and negative_lines.customer_id = negative_invoices.customer_id
            and negative_lines.invoice_id = negative_invoices.invoice_id
    where negative_invoices.customer_id is null
)

select * from refunds_kept
