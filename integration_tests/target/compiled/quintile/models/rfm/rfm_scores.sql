with
customers as (
    select * from "shop"."main_quintile"."customer_rfm"
),

thresholds as (
    select
        
        max(case when metric = 'recency' and score = 2 then lower_bound end) as recency_2,
        max(case when metric = 'recency' and score = 3 then lower_bound end) as recency_3,
        max(case when metric = 'recency' and score = 4 then lower_bound end) as recency_4,
        max(case when metric = 'recency' and score = 5 then lower_bound end) as recency_5,
        max(case when metric = 'frequency' and score = 2 then lower_bound end) as frequency_2,
        max(case when metric = 'frequency' and score = 3 then lower_bound end) as frequency_3,
        max(case when metric = 'frequency' and score = 4 then lower_bound end) as frequency_4,
        max(case when metric = 'frequency' and score = 5 then lower_bound end) as frequency_5,
        max(case when metric = 'monetary' and score = 2 then lower_bound end) as monetary_2,
        max(case when metric = 'monetary' and score = 3 then lower_bound end) as monetary_3,
        max(case when metric = 'monetary' and score = 4 then lower_bound end) as monetary_4,
        max(case when metric = 'monetary' and score = 5 then lower_bound end) as monetary_5,
        count(*) as cut_points
    from "shop"."main_quintile"."rfm_thresholds"
    
),

rfm_segments as (
    select * from "shop"."main_quintile"."segment_grid"
),

metrics_scored as (
    select
        customers.customer_id,
        (
        1
        + case when -customers.recency_days > thresholds.recency_2 then 1 else 0 end
        + case when -customers.recency_days > thresholds.recency_3 then 1 else 0 end
        + case when -customers.recency_days > thresholds.recency_4 then 1 else 0 end
        + case when -customers.recency_days > thresholds.recency_5 then 1 else 0 end
    ) as r_score,
        (
        1
        + case when customers.frequency > thresholds.frequency_2 then 1 else 0 end
        + case when customers.frequency > thresholds.frequency_3 then 1 else 0 end
        + case when customers.frequency > thresholds.frequency_4 then 1 else 0 end
        + case when customers.frequency > thresholds.frequency_5 then 1 else 0 end
    ) as f_score,
        (
        1
        + case when customers.monetary > thresholds.monetary_2 then 1 else 0 end
        + case when customers.monetary > thresholds.monetary_3 then 1 else 0 end
        + case when customers.monetary > thresholds.monetary_4 then 1 else 0 end
        + case when customers.monetary > thresholds.monetary_5 then 1 else 0 end
    ) as m_score
    from customers
    cross join thresholds
),

scores_combined as (
    select
        *,
        cast(r_score as string) || cast(f_score as string) || cast(m_score as string) as rfm_code,
        cast(ceil((f_score + m_score) / 2.0) as integer) as fm_score
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