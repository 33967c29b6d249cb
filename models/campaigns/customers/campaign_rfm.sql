with
orders as (
    select * from {{ ref('quintile', 'campaign_orders') }}
),

invoice_totals as (
    select * from {{ ref('quintile', 'invoice_totals') }}
    where order_number is not null
),

orders_paired as (
    select
        *,
        lag(ordered_at) over (partition by known_on, customer_id order by ordered_at, invoice_id) as ordered_before,
        row_number() over (partition by known_on, customer_id order by ordered_at desc, invoice_id desc) as orders_back
    from orders
),

intervals_measured as (
    select
        *,
        {{ days_between('ordered_before', 'ordered_at') }} as interval_days
    from orders_paired
),

orders_totalled as (
    select
        known_on,
        customer_id,
        min(ordered_at) as first_ordered_at,
        max(ordered_at) as last_ordered_at,
        cast(count(*) as integer) as frequency,
        cast(sum(amount) as decimal(18, 4)) as monetary,
        count(interval_days) as intervals,
        {{ quantile('interval_days', 0.5) }} as median_interval_days
    from intervals_measured
    group by known_on, customer_id
),

countries_found as (
    select
        orders_paired.known_on,
        orders_paired.customer_id,
        max(invoice_totals.country) as country
    from orders_paired
    inner join invoice_totals
        on orders_paired.customer_id = invoice_totals.customer_id
            and orders_paired.invoice_id = invoice_totals.invoice_id
            and orders_paired.known_on > invoice_totals.invoiced_at
    where orders_paired.orders_back = 1
    group by orders_paired.known_on, orders_paired.customer_id
),

days_counted as (
    select
        orders_totalled.known_on,
        orders_totalled.customer_id,
        countries_found.country,
        orders_totalled.first_ordered_at,
        orders_totalled.last_ordered_at,
        {{ days_between('orders_totalled.last_ordered_at', 'orders_totalled.known_on') }} as recency_days,
        orders_totalled.frequency,
        orders_totalled.monetary,
        {{ days_between('orders_totalled.first_ordered_at', 'orders_totalled.known_on') }} as tenure_days,
        case when orders_totalled.intervals >= 2 then orders_totalled.median_interval_days end as usual_interval_days
    from orders_totalled
    left join countries_found
        on orders_totalled.known_on = countries_found.known_on
            and orders_totalled.customer_id = countries_found.customer_id
)

select * from days_counted
