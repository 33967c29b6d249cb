with
refunded_customers as (
    select * from {{ ref('quintile', 'cancelled_products') }}
    where product is null
),

lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where preliminary_class = 'sale'
        or (preliminary_class = 'non_product' and amount > 0)
),

discounts as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
    where line_class = 'discount'
),

lines_stacked as (
    {% for charges, is_purchase in [('lines', "lines.preliminary_class = 'sale'"), ('discounts', 'false')] -%}
    select
        {{ charges }}.customer_id,
        {{ charges }}.invoice_id,
        {{ is_purchase }} as is_purchase,
        {{ charges }}.amount,
        {{ charges }}.invoiced_at
    from {{ charges }}
    inner join refunded_customers on {{ charges }}.customer_id = refunded_customers.customer_id
    {{ 'union all' if not loop.last }}
    {% endfor -%}
),

{{ orders_numbered('lines_stacked') }},

moments_summed as (
    select
        customer_id,
        invoice_id,
        order_number,
        invoiced_at,
        sum(amount) as amount,
        sum(case when is_purchase then amount else 0 end) as product_amount
    from orders_numbered
    group by customer_id, invoice_id, order_number, invoiced_at
),

charges_run as (
    select
        customer_id,
        invoice_id,
        cast(order_number as bigint) as order_number,
        cast(sum(amount) over an_order as decimal(18, 4)) as charged_amount,
        cast(sum(product_amount) over an_order as decimal(18, 4)) as product_amount,
        invoiced_at as charged_at,
        lead(invoiced_at) over an_order as replaced_at
    from moments_summed
    window an_order as (partition by customer_id, invoice_id, order_number order by invoiced_at)
)

select * from charges_run
where charged_amount > 0 and product_amount > 0
