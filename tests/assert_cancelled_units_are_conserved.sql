-- Units undone are units cancelled, and no purchase loses more than it had.
with
cancellations as (
    select
        invoice_lines.line_id,
        lines_preclassified.cancelled_units as units,
        invoice_lines.unmatched_quantity,
        coalesce(sum(cancellation_matches.quantity_undone), 0) as units_undone
    from {{ ref('invoice_lines') }} as invoice_lines
    inner join {{ ref('lines_preclassified') }} as lines_preclassified
        on invoice_lines.line_id = lines_preclassified.line_id
    left join {{ ref('cancellation_matches') }} as cancellation_matches
        on invoice_lines.line_id = cancellation_matches.cancellation_line_id
    where invoice_lines.line_class in ('cancellation', 'unmatched_cancellation')
    group by invoice_lines.line_id, lines_preclassified.cancelled_units, invoice_lines.unmatched_quantity
),

purchases as (
    select
        invoice_lines.line_id,
        invoice_lines.quantity - invoice_lines.net_quantity as units,
        cast(0 as decimal(18, 4)) as unmatched_quantity,
        sum(cancellation_matches.quantity_undone) as units_undone
    from {{ ref('invoice_lines') }} as invoice_lines
    inner join {{ ref('cancellation_matches') }} as cancellation_matches
        on invoice_lines.line_id = cancellation_matches.purchase_line_id
    group by invoice_lines.line_id, invoice_lines.quantity, invoice_lines.net_quantity
)

select * from cancellations
where units != units_undone + unmatched_quantity
union all
select * from purchases
where units != units_undone
