with
rfm_spans as (
    select * from {{ ref('rfm_spans') }}
),

month_ends as (
    select * from {{ ref('month_ends') }}
),

spans_unrolled as (
    select
        rfm_spans.customer_id,
        month_ends.month_end,
        rfm_spans.last_ordered_at,
        {{ days_between('rfm_spans.last_ordered_at', 'month_ends.as_of_date') }} as recency_days,
        rfm_spans.frequency,
        rfm_spans.monetary
    from rfm_spans
    inner join month_ends
        on rfm_spans.from_month_end <= month_ends.month_end
            and (rfm_spans.until_month_end is null or rfm_spans.until_month_end > month_ends.month_end)
)

select * from spans_unrolled
