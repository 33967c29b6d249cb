{#- Counts the bounds below the value, like a score. -#}
{% macro factor_cluster(factor, value) -%}
    (
        0
        {%- for cluster in range(1, setting("clusters_per_factor")) %}
        + case when {{ value }} > bounds.{{ factor }}_{{ cluster }} then 1 else 0 end
        {%- endfor %}
    )
{%- endmacro %}
