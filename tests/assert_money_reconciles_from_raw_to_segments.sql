-- The funnel, orders, customers and segments have the same total, to the penny.
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

lines_summed as (
    select
        count(case when line_class = 'sale' then 1 end) as sale_lines,
        coalesce(sum(net_amount), 0) as net_amount
    from {{ ref('quintile', 'invoice_lines') }}
),

orders_summed as (
    select
        count(distinct invoice_id) as invoices,
        coalesce(sum(amount), 0) as order_amount
    from {{ ref('quintile', 'orders') }}
),

segments_summed as (
    select
        count(*) as customers,
        coalesce(sum(monetary), 0) as monetary
    from {{ ref('quintile', 'segments') }}
),

totals as (
    select
        lines_summed.*,
        orders_summed.*,
        segments_summed.*,
        (select coalesce(sum(profiles.revenue), 0) from {{ ref('quintile', 'segment_profiles') }} as profiles)
            as revenue
    from lines_summed
    cross join orders_summed
    cross join segments_summed
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
