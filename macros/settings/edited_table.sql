{% macro edited_table(seed) %}
    {{- return(relation_of_setting(seed ~ "_relation") or ref("quintile", seed)) -}}
{% endmacro %}
