with
discounts as (
    select * from {{ ref('quintile', 'negative_lines_classified') }}
    where line_class = 'discount'
),

lines as (
    select * from {{ ref('quintile', 'lines_preclassified') }}
    where preliminary_class = 'sale'
),

cancellation_matches as (
    select * from {{ ref('quintile', 'cancellation_matches') }}
),

amounts_undone as (
    select
        purchase_line_id,
        sum(amount_undone) as amount_undone
    from cancellation_matches
    group by purchase_line_id
),

lines_stacked as (
    select
        lines.line_id,
        lines.customer_id,
        lines.invoice_id,
        true as is_purchase,
        lines.amount - coalesce(amounts_undone.amount_undone, 0) as net_amount,
        lines.invoiced_at
    from lines
    left join amounts_undone on lines.line_id = amounts_undone.purchase_line_id
    where
        (lines.customer_id, lines.invoice_id) in (
            select
                discounts.customer_id,
                discounts.invoice_id
            from discounts
        )

    union all

    select
        line_id,
        customer_id,
        invoice_id,
        false as is_purchase,
        amount as net_amount,
        invoiced_at
    from discounts
),

{{ orders_numbered('lines_stacked') }},

discounts_run as (
    select
        *,
        sum(case when is_purchase then net_amount else 0 end) over an_order as order_amount,
        sum(case when is_purchase then 0 else -net_amount end) over (
            partition by customer_id, invoice_id, order_number
            order by invoiced_at, net_amount, line_id
        ) as discount_so_far
    from orders_numbered
    window an_order as (partition by customer_id, invoice_id, order_number)
),

-- No order falls below zero; the rest of a discount is not used.
discounts_capped as (
    select
        line_id,
        cast(
            least(discount_so_far + net_amount, order_amount) - least(discount_so_far, order_amount) as decimal(18, 4)
        ) as net_amount
    from discounts_run
    where not is_purchase
)

select * from discounts_capped
