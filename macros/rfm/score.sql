{% macro score(metric, value) -%}
    (
        1
        {%- for score in range(2, 6) %}
        + case when {{ value }} > thresholds.{{ metric }}_{{ score }} then 1 else 0 end
        {%- endfor %}
    )
{%- endmacro %}

{% macro rfm_code() -%}
    cast(r_score as string) || cast(f_score as string) || cast(m_score as string)
{%- endmacro %}

{% macro fm_score() -%}
    cast(ceil((f_score + m_score) / 2.0) as integer)
{%- endmacro %}

{% macro named_score_steps(scores) -%}
scores_combined as (
    select
        *,
        {{ rfm_code() }} as rfm_code,
        {{ fm_score() }} as fm_score
    from {{ scores }}
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
{%- endmacro %}
