-- What matches undo equals what cancellations take back and what purchases lose, in units and in money. A refund of a
-- whole order takes back its products.
with
cancellations as (
    select
        negative_lines.line_id,
        negative_lines.product is not null
        and coalesce(not cancelled_products.is_measured_in_money, true) as is_told_in_units,
        abs(negative_lines.quantity) as units,
        abs(coalesce(refunds_measured.amount, negative_lines.amount)) as amount,
        max(invoice_lines.unmatched_quantity) as unmatched_quantity,
        coalesce(sum(cancellation_matches.quantity_undone), 0) as quantity_undone,
        coalesce(sum(cancellation_matches.amount_undone), 0) as amount_undone
    from {{ ref('quintile', 'negative_lines_classified') }} as negative_lines
    inner join {{ ref('quintile', 'invoice_lines') }} as invoice_lines on negative_lines.line_id = invoice_lines.line_id
    left join {{ ref('quintile', 'cancellation_matches') }} as cancellation_matches
        on negative_lines.line_id = cancellation_matches.cancellation_line_id
    left join {{ ref('quintile', 'cancelled_products') }} as cancelled_products
        on negative_lines.customer_id = cancelled_products.customer_id
            and negative_lines.product = cancelled_products.product
    left join {{ ref('quintile', 'refunds_measured') }} as refunds_measured
        on negative_lines.line_id = refunds_measured.line_id
    where invoice_lines.line_class in ('cancellation', 'unmatched_cancellation')
    group by
        negative_lines.line_id, negative_lines.product, cancelled_products.is_measured_in_money,
        negative_lines.quantity, negative_lines.amount, refunds_measured.amount
),

purchases as (
    select
        invoice_lines.line_id,
        invoice_lines.quantity - invoice_lines.net_quantity as units,
        invoice_lines.amount - invoice_lines.net_amount as amount,
        sum(cancellation_matches.quantity_undone) as quantity_undone,
        sum(cancellation_matches.amount_undone) as amount_undone
    from {{ ref('quintile', 'invoice_lines') }} as invoice_lines
    inner join {{ ref('quintile', 'cancellation_matches') }} as cancellation_matches
        on invoice_lines.line_id = cancellation_matches.purchase_line_id
    group by
        invoice_lines.line_id, invoice_lines.quantity, invoice_lines.net_quantity,
        invoice_lines.amount, invoice_lines.net_amount
)

select
    line_id,
    units,
    amount,
    quantity_undone,
    amount_undone
from cancellations
where (is_told_in_units and units != quantity_undone + unmatched_quantity)
    or (not is_told_in_units and amount < amount_undone)
union all
select * from purchases
where units != quantity_undone or amount != amount_undone
