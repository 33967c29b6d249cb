with
customer_rfm_versions as (
    select * from {{ ref('quintile', 'customer_rfm_versions') }}
),

month_ends as (
    select * from {{ ref('quintile', 'month_ends') }}
),

spans_unrolled as (
    select
        customer_rfm_versions.customer_id,
        month_ends.month_end,
        customer_rfm_versions.last_ordered_at,
        {{ days_between('customer_rfm_versions.last_ordered_at', 'month_ends.as_of_date') }} as recency_days,
        customer_rfm_versions.frequency,
        customer_rfm_versions.monetary
    from customer_rfm_versions
    inner join month_ends
        on customer_rfm_versions.valid_from <= month_ends.month_end
            and (customer_rfm_versions.valid_to is null or customer_rfm_versions.valid_to > month_ends.month_end)
)

select * from spans_unrolled
