-- Within one score, the best value of a lower score must lie below the worst of a higher one.
with
values_scored as (
    {% for metric, score, value in [
        ('recency', 'r_score', '-recency_days'), ('frequency', 'f_score', 'frequency'), ('monetary', 'm_score', 'monetary')
    ] -%}
    select '{{ metric }}' as metric, {{ score }} as score, min({{ value }}) as lowest, max({{ value }}) as highest
    from {{ ref('quintile', 'segments') }}
    group by {{ score }}
    {%- if not loop.last %}
    union all
    {% endif %}
    {%- endfor %}
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
