with
negative_lines as (
    select * from {{ ref('quintile', 'negative_lines') }}
),

negative_invoices as (
    select * from {{ ref('quintile', 'negative_invoices') }}
),

refunds_of_refunded_orders as (
    select * from {{ ref('quintile', 'refunds_of_refunded_orders') }}
),

sales as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where preliminary_class = 'sale'
),

invoices_joined as (
    select
        negative_lines.*,
        refunds_of_refunded_orders.line_id is not null
        or coalesce(
            negative_invoices.is_excluded
            and (not negative_lines.status_counts or negative_invoices.first_sold_at is null), false
        ) as is_of_excluded,
        coalesce(
            negative_invoices.first_sold_at <= negative_lines.invoiced_at + interval '1' day
            and negative_lines.amount < 0
            and not negative_lines.is_credit_note
            and not negative_lines.is_named_refund, false
        ) as is_under_sale
    from negative_lines
    left join negative_invoices
        on negative_lines.invoice_id_is_given
            and negative_lines.customer_id = negative_invoices.customer_id
            and negative_lines.invoice_id = negative_invoices.invoice_id
    left join refunds_of_refunded_orders on negative_lines.line_id = refunds_of_refunded_orders.line_id
),

products_under_sale as (
    select distinct
        customer_id,
        stock_code
    from invoices_joined
    where is_under_sale
),

products_bought as (
    select
        sales.customer_id,
        sales.stock_code,
        min(sales.invoiced_at) as first_bought_at
    from sales
    inner join products_under_sale
        on sales.customer_id = products_under_sale.customer_id and sales.stock_code = products_under_sale.stock_code
    group by sales.customer_id, sales.stock_code
),

classes_decided as (
    select
        invoices_joined.*,
        case
            when invoices_joined.is_of_excluded then 'excluded_status'
            {% if setting('match_cancellations') -%}
            when invoices_joined.is_under_sale and invoices_joined.unit_price < 0 then 'discount'
            when
                invoices_joined.is_under_sale and invoices_joined.stock_code is not null
                and coalesce(products_bought.first_bought_at > invoices_joined.invoiced_at, true)
                then 'discount'
            {% endif -%}
            else invoices_joined.preliminary_class
        end as line_class
    from invoices_joined
    left join products_bought
        on invoices_joined.customer_id = products_bought.customer_id
            and invoices_joined.stock_code = products_bought.stock_code
)

select * from classes_decided
