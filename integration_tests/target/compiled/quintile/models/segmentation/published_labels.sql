with
segments as (
    select * from "shop"."main_quintile"."segments"
),

as_of as (
    select * from "shop"."main_quintile"."as_of"
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