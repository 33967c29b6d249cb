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

scores_combined as (
    select
        *,
        {{ rfm_code() }} as rfm_code,
        {{ fm_score() }} as fm_score
    from metrics_scored
),

segments_named as (
    select
        scores_combined.*,
        rfm_segments.rfm_segment
    from scores_combined
    left join rfm_segments
        on scores_combined.r_score = rfm_segments.r_score
            and scores_combined.fm_score = rfm_segments.fm_score
)

select * from segments_named
