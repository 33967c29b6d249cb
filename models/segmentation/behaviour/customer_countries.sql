with
orders as (
    select * from {{ ref('orders') }}
),

invoice_lines as (
    select * from {{ ref('invoice_lines') }}
),

orders_numbered as (
    select
        customer_id,
        invoice_id,
        row_number() over (partition by customer_id order by ordered_at desc, invoice_id desc) as orders_back
    from orders
),

countries_found as (
    select
        orders_numbered.customer_id,
        max(invoice_lines.country) as country
    from orders_numbered
    inner join invoice_lines
        on orders_numbered.customer_id = invoice_lines.customer_id
            and orders_numbered.invoice_id = invoice_lines.invoice_id
    where orders_numbered.orders_back = 1
        and invoice_lines.line_class in ('sale', 'cancelled_sale')
    group by orders_numbered.customer_id
)

select * from countries_found
