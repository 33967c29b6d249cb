with
cancelled_products as (
    select * from {{ ref('quintile', 'cancelled_products') }}
    where product is not null
),

sales as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where preliminary_class = 'sale'
),

cancellations as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
    where line_class = 'cancellation'
),

moves_stacked as (
    {% for moves, product in [('sales', 'stock_code'), ('cancellations', 'product')] -%}
    select
        line_id,
        customer_id,
        stock_code,
        {{ product }} as product,
        invoice_id,
        description,
        country,
        {{ moves == 'cancellations' }} as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from {{ moves }}
    {{ 'union all' if not loop.last }}
    {% endfor -%}
),

moves as (
    select
        moves_stacked.*,
        cancelled_products.is_measured_in_money,
        abs(
            case
                when cancelled_products.is_measured_in_money then moves_stacked.amount
                else moves_stacked.quantity
            end
        ) as size
    from moves_stacked
    inner join cancelled_products
        on moves_stacked.customer_id = cancelled_products.customer_id
            and moves_stacked.product = cancelled_products.product
),

{{ stack_intervals() }}

select * from intervals_laid
