with
dates as (
    select * from {{ ref('quintile', 'campaign_dates') }}
),

order_events as (
    select * from {{ ref('quintile', 'order_events') }}
    where units > 0
),

days_listed as (
    select known_on from dates
    union
    select period_start as known_on from dates
),

orders_standing as (
    select
        days_listed.known_on,
        order_events.customer_id,
        order_events.invoice_id,
        order_events.ordered_at,
        order_events.amount
    from order_events
    inner join days_listed
        on {{ stood_at('days_listed.known_on') }}
)

select * from orders_standing
