with
invoice_totals as (
    select * from {{ ref('quintile', 'invoice_totals') }}
    where order_number is not null
),

cancellation_matches as (
    select * from {{ ref('quintile', 'cancellation_matches') }}
),

-- Later orders under the same receipt number; most shops have next to none.
later_orders as (
    select distinct
        invoice_id,
        customer_id,
        order_number,
        invoiced_at
    from {{ ref('quintile', 'invoice_totals') }}
    where order_number > 1
),

changes_stacked as (
    select
        invoice_id,
        customer_id,
        order_number,
        case when line_class != 'discount' then invoiced_at end as purchased_at,
        invoiced_at as changed_at,
        case when line_class = 'discount' then 0 else units end as units_change,
        amount as amount_change
    from invoice_totals
    union all
    select
        cancellation_matches.purchase_invoice_id as invoice_id,
        cancellation_matches.customer_id,
        coalesce(later_orders.order_number, 1) as order_number,
        cancellation_matches.purchased_at,
        cancellation_matches.cancelled_at as changed_at,
        -cancellation_matches.quantity_undone as units_change,
        -cancellation_matches.amount_undone as amount_change
    from cancellation_matches
    left join later_orders
        on cancellation_matches.customer_id = later_orders.customer_id
            and cancellation_matches.purchase_invoice_id = later_orders.invoice_id
            and cancellation_matches.purchased_at = later_orders.invoiced_at
),

changes_typed as (
    select
        invoice_id,
        customer_id,
        order_number,
        purchased_at,
        changed_at,
        cast(units_change as decimal(18, 4)) as units_change,
        cast(amount_change as decimal(18, 4)) as amount_change
    from changes_stacked
)

select * from changes_typed
