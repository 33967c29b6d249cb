with
negative_lines as (
    select * from {{ ref('quintile', 'negative_lines') }}
    where preliminary_class = 'cancellation'
        and amount < 0
),

negative_invoices as (
    select * from {{ ref('quintile', 'negative_invoices') }}
),

-- A return under the invoice of a sale that counts belongs to that sale.
refunds as (
    select
        negative_lines.*,
        coalesce(negative_invoices.is_excluded, false) as is_under_excluded
    from negative_lines
    left join negative_invoices
        on negative_lines.invoice_id_is_given
            and negative_lines.customer_id = negative_invoices.customer_id
            and negative_lines.invoice_id = negative_invoices.invoice_id
    where negative_invoices.first_sold_at is null
),

refunded_lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where status is not null
        and preliminary_class = 'excluded_status'
        and is_marked_refunded
        and amount > 0
),

refunded_orders as (
    select
        customer_id,
        invoice_id,
        min(invoiced_at) as invoiced_at,
        sum(amount) as amount
    from refunded_lines
    group by customer_id, invoice_id
),

-- A refund that names a product gives back a line, any other a whole order.
refunded_sums_stacked as (
    select
        customer_id,
        stock_code,
        invoiced_at,
        amount
    from refunded_lines
    where stock_code is not null
    union all
    select
        customer_id,
        null as stock_code,
        invoiced_at,
        amount
    from refunded_orders
),

sums_numbered as (
    select
        *,
        row_number() over (
            partition by customer_id, coalesce(stock_code, ''), amount order by invoiced_at
        ) as sum_number
    from refunded_sums_stacked
),

refunds_numbered as (
    select
        *,
        row_number() over (
            partition by customer_id, coalesce(product, ''), amount
            order by is_under_excluded desc, invoiced_at asc, invoice_id asc, line_id asc
        ) as sum_number
    from refunds
),

refunds_paired as (
    select
        refunds_numbered.line_id,
        refunds_numbered.customer_id,
        refunds_numbered.amount
    from refunds_numbered
    inner join sums_numbered
        on refunds_numbered.customer_id = sums_numbered.customer_id
            and coalesce(refunds_numbered.product, '') = coalesce(sums_numbered.stock_code, '')
            and refunds_numbered.amount = -sums_numbered.amount
            and refunds_numbered.sum_number = sums_numbered.sum_number
            and refunds_numbered.invoiced_at >= sums_numbered.invoiced_at
)

select * from refunds_paired
