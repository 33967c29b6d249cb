with
actions as (
    select
        cluster_id,
        max(recommended_action) as recommended_action,
        avg(assignment_margin) as mean_margin
    from segments
    group by cluster_id
)

select
    segment_profiles.*,
    actions.recommended_action,
    actions.mean_margin
from segment_profiles
inner join actions on segment_profiles.cluster_id = actions.cluster_id
order by segment_profiles.cluster_id
