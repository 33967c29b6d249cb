-- A refund known by its amount only undoes the latest purchases of its customer. What was returned as a product before
-- it is no longer there to be refunded.
with
refunded_customers as (
    select * from {{ ref('quintile', 'cancelled_products') }}
    where product is null
),

sales as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where preliminary_class = 'sale'
),

refunds as (
    select * from {{ ref('quintile', 'refunds_measured') }}
),

product_matches as (
    select * from {{ ref('quintile', 'product_matches') }}
),

moves_stacked as (
    {% for moves in ['sales', 'refunds'] -%}
    select
        line_id,
        customer_id,
        stock_code,
        invoice_id,
        description,
        country,
        {{ moves == 'refunds' }} as is_cancellation,
        quantity,
        unit_price,
        amount,
        invoiced_at
    from {{ moves }}
    {{ 'union all' if not loop.last }}
    {% endfor -%}
),

next_refunds_found as (
    select
        moves_stacked.*,
        min(case when moves_stacked.is_cancellation then moves_stacked.invoiced_at end) over (
            partition by moves_stacked.customer_id
            order by moves_stacked.invoiced_at range between current row and unbounded following
        ) as next_refunded_at
    from moves_stacked
    inner join refunded_customers on moves_stacked.customer_id = refunded_customers.customer_id
),

returns_summed as (
    select
        next_refunds_found.line_id,
        sum(product_matches.amount_taken) as amount_returned
    from next_refunds_found
    inner join product_matches
        on next_refunds_found.line_id = product_matches.purchase_line_id
            and next_refunds_found.next_refunded_at >= product_matches.cancelled_at
    group by next_refunds_found.line_id
),

moves as (
    select
        next_refunds_found.*,
        '' as product,
        true as is_measured_in_money,
        abs(next_refunds_found.amount) - coalesce(returns_summed.amount_returned, 0) as size
    from next_refunds_found
    left join returns_summed on next_refunds_found.line_id = returns_summed.line_id
),

{{ stack_intervals() }}

select * from intervals_laid
