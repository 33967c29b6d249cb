-- FINDING: On the UCI file, September to November bring 38% of the revenue of twelve full months, November 1.70
--   times the average month. Orders are more rather than larger: from October to November they rise by 40%, and
--   shrink from £514 to £428.
-- METHOD: Sum kept orders by month, full months only; the index is a month's revenue over that of the average
--   month.
-- CAVEAT: One year cannot separate season and growth: a second year would have to show the same months ahead.
with
orders as (
    select
        *,
        cast({{ dbt.date_trunc('month', 'ordered_at') }} as date) as order_month
    from {{ ref('quintile', 'orders') }}
),

full_months as (
    select
        cast({{ dbt.date_trunc('month', 'month_end') }} as date) as order_month
    from {{ ref('quintile', 'month_ends') }}
),

months_summed as (
    select
        orders.order_month,
        count(*) as orders,
        count(distinct orders.customer_id) as customers,
        sum(orders.amount) as revenue
    from orders
    inner join full_months on orders.order_month = full_months.order_month
    group by orders.order_month
),

indexes_computed as (
    select
        *,
        revenue / orders as revenue_per_order,
        revenue / avg(revenue) over () as season_index,
        revenue / sum(revenue) over () as revenue_share
    from months_summed
)

select * from indexes_computed
order by order_month
