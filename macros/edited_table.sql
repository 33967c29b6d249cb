{#- A seed that people edit, or the table that a var names in its place. -#}
{% macro edited_table(seed) %}
    {%- set relation = (setting(seed ~ "_relation") or "") | string | trim -%}
    {{- return(relation or ref("quintile", seed)) -}}
{% endmacro %}
