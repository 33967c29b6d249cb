-- Within one score, the best value of a lower score must lie below the worst of a higher one.
with
values_scored as (
    select 'recency' as metric, r_score as score, min(-recency_days) as lowest, max(-recency_days) as highest
    from "shop"."main_quintile"."segments"
    group by r_score
    union all
    select 'frequency' as metric, f_score as score, min(frequency) as lowest, max(frequency) as highest
    from "shop"."main_quintile"."segments"
    group by f_score
    union all
    select 'monetary' as metric, m_score as score, min(monetary) as lowest, max(monetary) as highest
    from "shop"."main_quintile"."segments"
    group by m_score
)

select
    lower_scores.metric,
    lower_scores.score as lower_score,
    lower_scores.highest,
    higher_scores.score as higher_score,
    higher_scores.lowest
from values_scored as lower_scores
inner join values_scored as higher_scores
    on lower_scores.metric = higher_scores.metric and lower_scores.score < higher_scores.score
where lower_scores.highest >= higher_scores.lowest