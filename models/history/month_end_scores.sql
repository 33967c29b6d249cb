with
customers as (
    select * from {{ ref('quintile', 'month_end_rfm') }}
),

thresholds as ({{ thresholds_in_one_row(ref('quintile', 'month_end_thresholds'), by='month_end') }}),

rfm_segments as (
    select * from {{ ref('quintile', 'segment_grid') }}
),

metrics_scored as (
    select
        customers.*,
        {{ score('recency', '-customers.recency_days') }} as r_score,
        {{ score('frequency', 'customers.frequency') }} as f_score,
        {{ score('monetary', 'customers.monetary') }} as m_score
    from customers
    inner join thresholds on customers.month_end = thresholds.month_end
),

{{ named_score_steps('metrics_scored') }}

select * from segments_named
