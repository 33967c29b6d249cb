-- If the as-of date is the day after a month end, the last month of the history equals segments. The date is a literal,
-- so that DuckDB computes no other month of the view.
{%- set month_ends = load_relation(ref('quintile', 'month_ends')) if execute -%}
{%- set last_month_end = run_query("select max(month_end) from " ~ month_ends).columns[0].values()[0] if month_ends %}

with
history_today as (
    select
        rfm_history.customer_id,
        rfm_history.last_ordered_at,
        rfm_history.recency_days,
        rfm_history.frequency,
        rfm_history.monetary,
        rfm_history.rfm_code,
        rfm_history.rfm_segment,
        rfm_history.cluster_id,
        rfm_history.cluster_label,
        rfm_history.marketing_tier
    from {{ ref('quintile', 'rfm_history') }} as rfm_history
    inner join {{ ref('quintile', 'month_ends') }} as month_ends on rfm_history.month_end = month_ends.month_end
    inner join {{ ref('quintile', 'as_of') }} as as_of on month_ends.as_of_date = as_of.as_of_date
    where rfm_history.month_end = cast('{{ last_month_end or "1900-01-01" }}' as date)
),

segments_today as (
    select
        segments.customer_id,
        segments.last_ordered_at,
        segments.recency_days,
        segments.frequency,
        segments.monetary,
        segments.rfm_code,
        segments.rfm_segment,
        segments.cluster_id,
        segments.cluster_label,
        segments.marketing_tier
    from {{ ref('quintile', 'segments') }} as segments
    cross join {{ ref('quintile', 'as_of') }} as as_of
    inner join {{ ref('quintile', 'month_ends') }} as month_ends on as_of.as_of_date = month_ends.as_of_date
)

(
    select * from history_today
    except
    select * from segments_today
)
union all
(
    select * from segments_today
    except
    select * from history_today
)
