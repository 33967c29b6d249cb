{#- A seed that people edit, or the table that a var names in its place. -#}
{% macro edited_table(seed) %}
    {{- return(relation_of_setting(seed ~ "_relation") or ref("quintile", seed)) -}}
{% endmacro %}
