with
refunded_lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where status is not null
        and preliminary_class = 'excluded_status'
        and is_marked_refunded
        and amount > 0
),

negative_lines as (
    select * from {{ ref('quintile', 'negative_lines') }}
    where invoice_id_is_given and amount < 0
),

lines_stacked as (
    select
        customer_id,
        invoice_id,
        stock_code,
        true as is_purchase,
        amount,
        invoiced_at
    from refunded_lines
    union all
    select
        customer_id,
        invoice_id,
        product as stock_code,
        false as is_purchase,
        amount,
        invoiced_at
    from negative_lines
    where (customer_id, invoice_id) in (
        select
            refunded_lines.customer_id,
            refunded_lines.invoice_id
        from refunded_lines
    )
),

{{ orders_numbered('lines_stacked') }},

-- Discounts, and what the order's own lines give back, need no refund elsewhere.
orders_summed as (
    select
        customer_id,
        invoice_id,
        order_number,
        min(case when is_purchase then invoiced_at end) as invoiced_at,
        sum(amount) as amount
    from orders_numbered
    group by customer_id, invoice_id, order_number
    having sum(amount) > 0
),

lines_left as (
    select
        purchases.customer_id,
        purchases.stock_code,
        purchases.invoiced_at,
        purchases.amount
    from orders_numbered as purchases
    inner join orders_summed
        on purchases.customer_id = orders_summed.customer_id
            and purchases.invoice_id = orders_summed.invoice_id
            and purchases.order_number = orders_summed.order_number
    left join orders_numbered as order_returns
        on not order_returns.is_purchase
            and purchases.customer_id = order_returns.customer_id
            and purchases.invoice_id = order_returns.invoice_id
            and purchases.order_number = order_returns.order_number
            and purchases.stock_code = order_returns.stock_code
    where purchases.is_purchase
        and purchases.stock_code is not null
        and order_returns.customer_id is null
),

-- A refund that names a product gives back a line, any other a whole order.
amounts_stacked as (
    select
        customer_id,
        stock_code as product,
        invoiced_at,
        amount
    from lines_left
    union all
    select
        customer_id,
        '' as product,
        invoiced_at,
        amount
    from orders_summed
),

amounts_numbered as (
    select
        customer_id,
        product,
        cast(amount as decimal(18, 4)) as amount,
        row_number() over (
            partition by customer_id, product, amount order by invoiced_at
        ) as amount_number,
        invoiced_at as ordered_at
    from amounts_stacked
)

select * from amounts_numbered
