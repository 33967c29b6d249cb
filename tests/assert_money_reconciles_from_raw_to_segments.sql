-- What the funnel keeps is what orders, customers and segments hold, to the penny.
with
kept as (
    select
        lines_after,
        invoices_after,
        customers_after,
        amount_after
    from {{ ref('quintile', 'cleaning_audit') }}
    order by step_number desc
    limit 1
),

totals as (
    select
        (
            select count(*) from {{ ref('quintile', 'invoice_lines') }}
            where line_class = 'sale'
        ) as sale_lines,
        (select coalesce(sum(net_amount), 0) from {{ ref('quintile', 'invoice_lines') }}) as net_amount,
        (select count(distinct invoice_id) from {{ ref('quintile', 'orders') }}) as invoices,
        (select coalesce(sum(amount), 0) from {{ ref('quintile', 'orders') }}) as order_amount,
        (select count(*) from {{ ref('quintile', 'segments') }}) as customers,
        (select coalesce(sum(monetary), 0) from {{ ref('quintile', 'segments') }}) as monetary,
        (select coalesce(sum(revenue), 0) from {{ ref('quintile', 'segment_profiles') }}) as revenue
)

select
    kept.*,
    totals.*
from kept
cross join totals
where kept.lines_after != totals.sale_lines
    or kept.amount_after != totals.net_amount
    or kept.invoices_after != totals.invoices
    or kept.amount_after != totals.order_amount
    or kept.customers_after != totals.customers
    or kept.amount_after != totals.monetary
    or kept.amount_after != totals.revenue
