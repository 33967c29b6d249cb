with
invoice_totals as (
    select * from {{ ref('invoice_totals') }}
    where ordered_at is not null
),

cancellation_matches as (
    select * from {{ ref('cancellation_matches') }}
),

purchases_found as (
    select distinct
        invoice_id,
        customer_id,
        ordered_at,
        invoiced_at
    from invoice_totals
    where line_class != 'discount'
),

changes_stacked as (
    select
        invoice_id,
        customer_id,
        ordered_at,
        greatest(invoiced_at, ordered_at) as changed_at,
        case when line_class = 'discount' then 0 else units end as units_change,
        amount as amount_change
    from invoice_totals
    union all
    select
        purchases_found.invoice_id,
        purchases_found.customer_id,
        purchases_found.ordered_at,
        cancellation_matches.cancelled_at as changed_at,
        -cancellation_matches.quantity_undone as units_change,
        -cancellation_matches.amount_undone as amount_change
    from cancellation_matches
    inner join purchases_found
        on cancellation_matches.customer_id = purchases_found.customer_id
            and cancellation_matches.purchase_invoice_id = purchases_found.invoice_id
            and cancellation_matches.purchased_at = purchases_found.invoiced_at
),

changes_typed as (
    select
        invoice_id,
        customer_id,
        ordered_at,
        changed_at,
        cast(units_change as decimal(18, 4)) as units_change,
        cast(amount_change as decimal(18, 4)) as amount_change
    from changes_stacked
)

select * from changes_typed
