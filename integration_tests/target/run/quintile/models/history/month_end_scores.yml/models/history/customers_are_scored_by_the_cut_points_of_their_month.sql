
    -- Build actual result given inputs
with dbt_internal_unit_test_actual as (
  select
    "customer_id","month_end","r_score","f_score","m_score","fm_score","rfm_code","rfm_segment", 'actual' as "actual_or_expected"
  from (
    with
 __dbt__cte__month_end_rfm as (

-- Fixture for month_end_rfm
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(99 as DECIMAL(18,4))
 as "monetary"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", cast(null as TIMESTAMP) as "last_ordered_at", 
    
    cast(10 as INTEGER)
 as "recency_days", 
    
    cast(2 as INTEGER)
 as "frequency", 
    
    cast(99 as DECIMAL(18,4))
 as "monetary"
),  __dbt__cte__month_end_thresholds as (
select cast(month_end as date) as month_end, metric, score, cast(lower_bound as decimal(24, 5)) as lower_bound
from (values
  ('2011-01-31', 'recency', 2, -90), ('2011-01-31', 'recency', 3, -60), ('2011-01-31', 'recency', 4, -30), ('2011-01-31', 'recency', 5, -11),
  ('2011-01-31', 'frequency', 2, 1), ('2011-01-31', 'frequency', 3, 1), ('2011-01-31', 'frequency', 4, 1), ('2011-01-31', 'frequency', 5, 1),
  ('2011-01-31', 'monetary', 2, 10), ('2011-01-31', 'monetary', 3, 20), ('2011-01-31', 'monetary', 4, 30), ('2011-01-31', 'monetary', 5, 40),
  ('2011-02-28', 'recency', 2, -90), ('2011-02-28', 'recency', 3, -60), ('2011-02-28', 'recency', 4, -10), ('2011-02-28', 'recency', 5, -5),
  ('2011-02-28', 'frequency', 2, 1), ('2011-02-28', 'frequency', 3, 2), ('2011-02-28', 'frequency', 4, 3), ('2011-02-28', 'frequency', 5, 4),
  ('2011-02-28', 'monetary', 2, 10), ('2011-02-28', 'monetary', 3, 20), ('2011-02-28', 'monetary', 4, 99), ('2011-02-28', 'monetary', 5, 200)
) as cut_points (month_end, metric, score, lower_bound)
),  __dbt__cte__rfm_segments as (

-- Fixture for rfm_segments
select 
    
    cast(5 as INTEGER)
 as "r_score", 
    
    cast(5 as INTEGER)
 as "fm_score", 
    
    cast('best' as character varying)
 as "rfm_segment"
union all
select 
    
    cast(3 as INTEGER)
 as "r_score", 
    
    cast(3 as INTEGER)
 as "fm_score", 
    
    cast('middle' as character varying)
 as "rfm_segment"
), customers as (
    select * from __dbt__cte__month_end_rfm
),

thresholds as (
    select
        month_end,
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
    from __dbt__cte__month_end_thresholds
    group by month_end
),

rfm_segments as (
    select * from __dbt__cte__rfm_segments
),

metrics_scored as (
    select
        customers.*,
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
    inner join thresholds on customers.month_end = thresholds.month_end
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
    "customer_id", "month_end", "r_score", "f_score", "m_score", "fm_score", "rfm_code", "rfm_segment", 'expected' as "actual_or_expected"
  from (
    select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-01-31' as DATE)
 as "month_end", 
    
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
    
    cast('best' as character varying)
 as "rfm_segment"
union all
select 
    
    cast('a' as character varying)
 as "customer_id", 
    
    cast('2011-02-28' as DATE)
 as "month_end", 
    
    cast(3 as INTEGER)
 as "r_score", 
    
    cast(2 as INTEGER)
 as "f_score", 
    
    cast(3 as INTEGER)
 as "m_score", 
    
    cast(3 as INTEGER)
 as "fm_score", 
    
    cast('323' as character varying)
 as "rfm_code", 
    
    cast('middle' as character varying)
 as "rfm_segment"
  ) _dbt_internal_unit_test_expected
)
-- Union actual and expected results
select * from dbt_internal_unit_test_actual
union all
select * from dbt_internal_unit_test_expected