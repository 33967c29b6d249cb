with
customers as (
    select * from {{ ref('quintile', 'campaign_rfm') }}
),

rfm_segments as (
    select * from {{ ref('quintile', 'segment_grid') }}
),

values_counted as ({{ counted_values('customers', by='known_on') }}),

neighbours_found as ({{ cut_point_neighbours('values_counted', by='known_on') }}),

bounds_set as ({{ bounds_below_the_best('neighbours_found', by='known_on') }}),

thresholds as ({{ thresholds_in_one_row('bounds_set', by='known_on') }}),

metrics_scored as (
    select
        customers.*,
        customers.recency_days / nullif(customers.usual_interval_days, 0) as overdue_ratio,
        {{ score('recency', '-customers.recency_days') }} as r_score,
        {{ score('frequency', 'customers.frequency') }} as f_score,
        {{ score('monetary', 'customers.monetary') }} as m_score
    from customers
    inner join thresholds on customers.known_on = thresholds.known_on
),

{{ named_score_steps('metrics_scored') }}

select * from segments_named
