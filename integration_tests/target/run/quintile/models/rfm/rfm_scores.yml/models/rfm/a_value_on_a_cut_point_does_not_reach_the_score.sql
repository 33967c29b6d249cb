
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","r_score","f_score","m_score","fm_score","rfm_code","rfm_segment", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__customer_rfm as (

-- Fixture for customer_rfm
select 
    
    cast('on_the_cut' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(30 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(100 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('above_the_cut' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(29 as INTEGER)
 as "recency_days", 
    
    cast(3 as INTEGER)
 as "frequency", 
    
    cast(100.0001 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('best' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(1 as INTEGER)
 as "recency_days", 
    
    cast(50 as INTEGER)
 as "frequency", 
    
    cast(9999 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
union all
select 
    
    cast('worst' as character varying)
 as "customer_id", cast(null as TIMESTAMP) as "first_ordered_at", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(400 as INTEGER)
 as "recency_days", 
    
    cast(1 as INTEGER)
 as "frequency", 
    
    cast(1 as DECIMAL(18,4))
 as "monetary", cast(null as INTEGER) as "tenure_days"
),  __dbt__cte__rfm_thresholds as (

-- Fixture for rfm_thresholds
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(2 as INTEGER)
 as "score", 
    
    cast(-90 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(3 as INTEGER)
 as "score", 
    
    cast(-60 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(4 as INTEGER)
 as "score", 
    
    cast(-30 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('recency' as character varying)
 as "metric", 
    
    cast(5 as INTEGER)
 as "score", 
    
    cast(-10 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(2 as INTEGER)
 as "score", 
    
    cast(1 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(3 as INTEGER)
 as "score", 
    
    cast(2 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(4 as INTEGER)
 as "score", 
    
    cast(2 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('frequency' as character varying)
 as "metric", 
    
    cast(5 as INTEGER)
 as "score", 
    
    cast(10 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(2 as INTEGER)
 as "score", 
    
    cast(100 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(3 as INTEGER)
 as "score", 
    
    cast(200 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(4 as INTEGER)
 as "score", 
    
    cast(300 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
union all
select 
    
    cast('monetary' as character varying)
 as "metric", 
    
    cast(5 as INTEGER)
 as "score", 
    
    cast(400 as DECIMAL(24,5))
 as "lower_bound", cast(null as INTEGER) as "levels"
),  __dbt__cte__rfm_segments as (

-- Fixture for rfm_segments
select 
    
    cast(3 as INTEGER)
 as "r_score", 
    
    cast(2 as INTEGER)
 as "fm_score", 
    
    cast('three two' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(4 as INTEGER)
 as "r_score", 
    
    cast(3 as INTEGER)
 as "fm_score", 
    
    cast('four three' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(5 as INTEGER)
 as "r_score", 
    
    cast(5 as INTEGER)
 as "fm_score", 
    
    cast('five five' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(1 as INTEGER)
 as "r_score", 
    
    cast(1 as INTEGER)
 as "fm_score", 
    
    cast('one one' as character varying)
 as "rfm_segment"
), customers as (
    select * from __dbt__cte__customer_rfm
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
    from __dbt__cte__rfm_thresholds
    
),

rfm_segments as (
    select * from __dbt__cte__rfm_segments
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
  ) _dbt_internal_unit_test_actual
),
-- Build expected result
dbt_internal_unit_test_expected as (
  select
    "customer_id", "r_score", "f_score", "m_score", "fm_score", "rfm_code", "rfm_segment", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('on_the_cut' as character varying)
 as "customer_id", 
    
    cast(3 as INTEGER)
 as "r_score", 
    
    cast(2 as INTEGER)
 as "f_score", 
    
    cast(1 as INTEGER)
 as "m_score", 
    
    cast(2 as INTEGER)
 as "fm_score", 
    
    cast('321' as character varying)
 as "rfm_code", 
    
    cast('three two' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('above_the_cut' as character varying)
 as "customer_id", 
    
    cast(4 as INTEGER)
 as "r_score", 
    
    cast(4 as INTEGER)
 as "f_score", 
    
    cast(2 as INTEGER)
 as "m_score", 
    
    cast(3 as INTEGER)
 as "fm_score", 
    
    cast('442' as character varying)
 as "rfm_code", 
    
    cast('four three' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('best' as character varying)
 as "customer_id", 
    
    cast(5 as INTEGER)
 as "r_score", 
    
    cast(5 as INTEGER)
 as "f_score", 
    
    cast(5 as INTEGER)
 as "m_score", 
    
    cast(5 as INTEGER)
 as "fm_score", 
    
    cast('555' as character varying)
 as "rfm_code", 
    
    cast('five five' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('worst' as character varying)
 as "customer_id", 
    
    cast(1 as INTEGER)
 as "r_score", 
    
    cast(1 as INTEGER)
 as "f_score", 
    
    cast(1 as INTEGER)
 as "m_score", 
    
    cast(1 as INTEGER)
 as "fm_score", 
    
    cast('111' as character varying)
 as "rfm_code", 
    
    cast('one one' as character varying)
 as "rfm_segment"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected