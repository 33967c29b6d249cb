with
customers as (
    select * from {{ ref('quintile', 'customer_rfm') }}
),

thresholds as ({{ thresholds_in_one_row() }}),

rfm_segments as (
    select * from {{ ref('quintile', 'segment_grid') }}
),

metrics_scored as (
    select
        customers.customer_id,
        {{ score('recency', '-customers.recency_days') }} as r_score,
        {{ score('frequency', 'customers.frequency') }} as f_score,
        {{ score('monetary', 'customers.monetary') }} as m_score
    from customers
    cross join thresholds
),

{{ named_score_steps('metrics_scored') }}

select * from segments_named
