with
customers as (
    select * from {{ ref('customer_rfm') }}
),

logs_taken as (
    select
        customer_id,
        {{ rounded_log('recency_days') }} as log_recency,
        {{ rounded_log('frequency') }} as log_frequency,
        {{ rounded_log('monetary') }} as log_monetary
    from customers
)

select * from logs_taken
