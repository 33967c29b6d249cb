with
segments as (
    select * from {{ ref('quintile', 'segments') }}
),

as_of as (
    select * from {{ ref('quintile', 'as_of') }}
),

labels_dated as (
    select
        as_of.as_of_date,
        segments.customer_id,
        segments.cluster_label,
        segments.marketing_tier
    from segments
    cross join as_of
)

select * from labels_dated
