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
