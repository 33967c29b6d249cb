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
rests_computed as (
    select
        *,
        sum(amount) over an_order as order_amount,
        min(case when is_purchase then invoiced_at end) over an_order as ordered_at,
        min(amount) over (partition by customer_id, invoice_id, order_number, stock_code) < 0 as is_returned
    from orders_numbered
    window an_order as (partition by customer_id, invoice_id, order_number)
),

-- A refund that names a product gives back that product, any other a whole order.
amounts_stacked as (
    select
        customer_id,
        stock_code as product,
        sum(amount) as amount,
        min(invoiced_at) as ordered_at
    from rests_computed
    where is_purchase and stock_code is not null and not is_returned and order_amount > 0
    group by customer_id, invoice_id, order_number, stock_code
    union all
    select
        customer_id,
        '' as product,
        min(order_amount) as amount,
        min(ordered_at) as ordered_at
    from rests_computed
    where order_amount > 0
    group by customer_id, invoice_id, order_number
),

amounts_numbered as (
    select
        customer_id,
        product,
        cast(amount as decimal(18, 4)) as amount,
        row_number() over (partition by customer_id, product, amount order by ordered_at) as amount_number,
        ordered_at
    from amounts_stacked
)

select * from amounts_numbered
