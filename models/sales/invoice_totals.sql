with
invoice_lines as (
    select * from {{ ref('quintile', 'invoice_lines') }}
),

lines_summed as (
    select
        invoice_id,
        customer_id,
        line_class,
        invoiced_at,
        max(country) as country,
        count(*) as lines,
        sum(quantity) as units,
        sum(net_quantity) as net_units,
        sum(amount) as amount,
        sum(net_amount) as net_amount
    from invoice_lines
    group by invoice_id, customer_id, line_class, invoiced_at
),

purchases_kept as (
    select
        *,
        line_class != 'discount' as is_purchase
    from lines_summed
    where line_class in ('sale', 'cancelled_sale', 'discount')
),

-- Only invoices that span more than a day can be several orders.
long_invoices as (
    select
        customer_id,
        invoice_id
    from purchases_kept
    group by customer_id, invoice_id
    having max(invoiced_at) > min(invoiced_at) + interval '1' day
),

long_purchases as (
    select purchases_kept.*
    from purchases_kept
    inner join long_invoices
        on purchases_kept.customer_id = long_invoices.customer_id
            and purchases_kept.invoice_id = long_invoices.invoice_id
),

{{ orders_numbered('long_purchases') }},

orders_joined as (
    select
        lines_summed.invoice_id,
        lines_summed.customer_id,
        lines_summed.line_class,
        lines_summed.country,

        lines_summed.lines,
        cast(lines_summed.units as decimal(18, 4)) as units,
        cast(lines_summed.net_units as decimal(18, 4)) as net_units,
        cast(lines_summed.amount as decimal(18, 4)) as amount,
        cast(lines_summed.net_amount as decimal(18, 4)) as net_amount,

        cast(
            case
                when lines_summed.line_class in ('sale', 'cancelled_sale', 'discount')
                    then coalesce(orders_numbered.order_number, 1)
            end as bigint
        ) as order_number,
        lines_summed.invoiced_at
    from lines_summed
    left join orders_numbered
        on lines_summed.customer_id = orders_numbered.customer_id
            and lines_summed.invoice_id = orders_numbered.invoice_id
            and lines_summed.invoiced_at = orders_numbered.invoiced_at
            and lines_summed.line_class = orders_numbered.line_class
)

select * from orders_joined
