with
purchases as (
    select * from {{ ref('invoice_totals') }}
    where line_class in ('sale', 'cancelled_sale')
),

lines as (
    select * from {{ ref('stg_invoice_lines') }}
),

cancellation_matches as (
    select * from {{ ref('cancellation_matches') }}
),

cancellations_dated as (
    select
        purchase_line_id,
        cancelled_at,
        sum(quantity_undone) as quantity_undone
    from cancellation_matches
    group by purchase_line_id, cancelled_at
),

cancellations_totalled as (
    select
        lines.invoice_id,
        lines.customer_id,
        lines.quantity,
        lines.amount,
        cancellations_dated.quantity_undone,
        cancellations_dated.cancelled_at,
        sum(cancellations_dated.quantity_undone) over (
            partition by cancellations_dated.purchase_line_id
            order by cancellations_dated.cancelled_at
        ) as undone_so_far
    from cancellations_dated
    inner join lines on cancellations_dated.purchase_line_id = lines.line_id
),

changes_stacked as (
    select
        invoice_id,
        customer_id,
        invoiced_at as changed_at,
        units as units_change,
        amount as amount_change
    from purchases
    union all
    select
        invoice_id,
        customer_id,
        cancelled_at as changed_at,
        -quantity_undone as units_change,
        {{ net_amount('undone_so_far') }} - {{ net_amount('undone_so_far - quantity_undone') }} as amount_change
    from cancellations_totalled
),

changes_typed as (
    select
        invoice_id,
        customer_id,
        changed_at,
        cast(units_change as decimal(18, 4)) as units_change,
        cast(amount_change as decimal(18, 4)) as amount_change
    from changes_stacked
)

select * from changes_typed
