-- A singular test, since a generic one would test a host project's model of this name.
with
segments as (
    select * from {{ ref('quintile', 'segments') }}
),

copies_counted as (
    select
        *,
        count(*) over (partition by customer_id) as copies
    from segments
)

select * from copies_counted
where copies > 1
    or not coalesce(marketing_tier in ('High', 'Medium', 'Low'), false)
    or not coalesce(assignment_margin between 0 and 1, false)
    or not coalesce((usual_interval_days is null) = (frequency < 3), false)
    or cluster_label = next_cluster_label
